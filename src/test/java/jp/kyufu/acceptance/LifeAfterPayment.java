package jp.kyufu.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.kyufu.correction.Corrections;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.correction.RecoveryCase;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.reconciliation.Accounts;
import jp.kyufu.reconciliation.PointLots;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.value.PaymentState;

/**
 * What {@link VillageLife} does about claims that are paid, or are about to be: corrections,
 * over-payments and how they come back, other accounts, the fate of points.
 */
final class LifeAfterPayment {

    private static final List<String> ENDS = List.of("WRITTEN_OFF", "WITHDRAWN", "REFUNDED");
    private static final List<String> WORDS =
            List.of("CLAIMED", "EXPIRED", "REVERSED", "REVERSAL_REFUSED", "REVERSAL_ASKED");

    private static final List<String> LOT_WORDS = List.of("受取", "失効", "取消");

    private final Scene scene;
    private final Set<String> lotFiles = new HashSet<>();

    LifeAfterPayment(Scene scene) {
        this.scene = scene;
    }

    void step() throws IOException {
        switch (scene.random.nextInt(9)) {
            case 0, 1 -> correct();
            case 2 -> repaid();
            case 3 -> ask();
            case 4 -> confirm();
            case 5 -> change();
            case 6 -> lotFile();
            default -> lot();
        }
    }

    private void correct() {
        long number = scene.payment(Owed.Payment::isPaid);
        Owed.Payment payment = scene.model.payments.get(number);
        int household =
                payment == null || scene.random.nextInt(15) == 0
                        ? 1 + scene.random.nextInt(9)
                        : payment.application.household;
        List<String> declines = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (int i = 0; i <= scene.random.nextInt(3) / 2; i++) {
            String who = Village.resident(household, scene.random.nextInt(1 + household % 3));
            boolean declined = payment != null && payment.application.declined.contains(who);
            boolean usual = scene.random.nextInt(6) > 0;
            (declined == usual ? claims : declines).add(who);
        }
        String words = scene.words("letter 7");
        String person = scene.person("OFFICE2");
        scene.witness.act(
                "correct " + number + " " + declines + " decline, " + claims + " claim, " + person,
                () ->
                        scene.model.paid.correct(
                                number,
                                new LinkedHashSet<>(declines),
                                new LinkedHashSet<>(claims),
                                words,
                                person),
                () ->
                        scene.village
                                .get(Corrections.class)
                                .add(
                                        scene.village.program,
                                        number,
                                        declines,
                                        claims,
                                        words,
                                        words,
                                        person));
    }

    private void repaid() {
        int index = index(c -> c.balance() > 0);
        long amount = amount(index, "PAID");
        String evidence = scene.words("receipt 3");
        String person = scene.person("FINANCE");
        scene.witness.act(
                "repaid " + amount + " of case " + index + " by " + person,
                () -> scene.model.paid.repaid(index, amount, evidence, person),
                () ->
                        recoveries()
                                .paid(
                                        scene.village.program,
                                        caseNo(index),
                                        amount,
                                        Village.TODAY,
                                        evidence,
                                        person));
    }

    private void ask() {
        String kind = ENDS.get(scene.random.nextInt(3));
        int index = index(c -> c.room(kind) > 0);
        Optional<Long> amount =
                scene.random.nextBoolean() ? Optional.empty() : Optional.of(amount(index, kind));
        String reason = scene.words("cannot pay");
        String person = scene.person("OFFICE");
        scene.witness.act(
                "ask " + kind + " " + amount + " of case " + index + " by " + person,
                () -> scene.model.paid.ask(index, kind, amount, reason, person),
                () ->
                        recoveries()
                                .ask(
                                        scene.village.program,
                                        caseNo(index),
                                        Recoveries.Kind.valueOf(kind),
                                        amount,
                                        reason,
                                        reason,
                                        person));
    }

    private void confirm() {
        List<Owed.Request> waiting = scene.model.paid.requests;
        Optional<Owed.Request> request =
                waiting.isEmpty() || scene.random.nextInt(6) == 0
                        ? Optional.empty()
                        : Optional.of(waiting.get(scene.random.nextInt(waiting.size())));
        String person = scene.person("APPROVER");
        int number =
                request.map(r ->
                                recoveries()
                                        .show(
                                                scene.village.program,
                                                caseNo(scene.model.paid.cases.indexOf(r.of)))
                                        .waiting()
                                        .getFirst()
                                        .requestNo())
                        .orElse(1_000_000);
        scene.witness.act(
                "confirm " + number + " by " + person,
                () -> scene.model.paid.confirm(request, person),
                () -> recoveries().confirm(scene.village.program, number, person));
    }

    private void change() {
        long number = scene.payment(p -> p.state == PaymentState.PLANNED);
        RetryTo to = scene.target(number).orElse(new RetryTo.Points());
        String reason = scene.words("moved");
        String evidence = scene.words("passbook");
        String person = scene.person("OFFICE2");
        scene.witness.act(
                "change " + number + " to " + to + " by " + person,
                () -> scene.model.paid.change(number, Scene.rail(to), reason, evidence, person),
                () ->
                        scene.village
                                .get(Accounts.class)
                                .change(
                                        scene.village.program,
                                        number,
                                        to,
                                        reason,
                                        evidence,
                                        person));
    }

    private void lot() {
        long number = scene.payment(p -> p.lot == Owed.Lot.GRANTED);
        Owed.Payment payment = scene.model.payments.get(number);
        boolean asked = payment != null && payment.asked;
        String kind =
                WORDS.get(
                        scene.random.nextInt(3) > 0 && !asked
                                ? 4
                                : scene.random.nextInt(WORDS.size()));
        LocalDate dated =
                kind.equals("REVERSAL_ASKED")
                        ? Village.TODAY
                        : VillageLife.GRANTED.plusDays(scene.random.nextInt(8) - 1);
        String words = scene.words("mail 5");
        String person = scene.person("FINANCE");
        PointLots lots = scene.village.get(PointLots.class);
        scene.witness.act(
                "lot " + number + " " + kind + " " + dated + " by " + person,
                () -> scene.model.paid.lot(number, kind, dated, words, person),
                () -> {
                    if (kind.equals("REVERSAL_ASKED")) {
                        lots.askReversal(scene.village.program, number, words, person);
                    } else {
                        lots.told(
                                scene.village.program,
                                number,
                                PointLots.Word.valueOf(kind),
                                new Evidence(words, "Sato", dated),
                                person);
                    }
                });
    }

    /** The provider's file about some of the points, now and then the one before it again. */
    private void lotFile() throws IOException {
        List<Owed.LotLine> lines = new ArrayList<>();
        StringBuilder rows = new StringBuilder("付与番号,区分,発生日,ポイント数\n");
        for (Owed.Payment payment : scene.model.payments.values()) {
            if (payment.lot != null && scene.random.nextInt(3) == 0) {
                int kind = scene.random.nextInt(LOT_WORDS.size());
                LocalDate dated = VillageLife.GRANTED.plusDays(scene.random.nextInt(8) - 1);
                long points = payment.points() + scene.random.nextInt(8) / 7;
                lines.add(new Owed.LotLine(payment, Owed.Lot.values()[kind + 1], dated, points));
                rows.append(payment.number + "," + LOT_WORDS.get(kind) + "," + dated + ",")
                        .append(points + "\n");
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        Path file = scene.directory.resolve("lots.csv");
        Files.writeString(file, rows);
        String person = scene.person("FINANCE");
        boolean known = lotFiles.contains(rows.toString());
        scene.witness.act(
                "lots " + rows.toString().lines().skip(1).toList() + " by " + person,
                () ->
                        !known
                                && scene.model.paid.lotFile(lines, person)
                                && lotFiles.add(rows.toString()),
                () ->
                        scene.village
                                .get(PointLots.class)
                                .importLots(scene.village.program, file, person));
    }

    /** Mostly a case for which something can be done, now and then any, or none. */
    private int index(Predicate<Owed.Case> usual) {
        List<Owed.Case> cases = scene.model.paid.cases;
        List<Owed.Case> some = cases.stream().filter(usual).toList();
        return some.isEmpty() || scene.random.nextInt(6) == 0
                ? scene.random.nextInt(cases.size() + 1)
                : cases.indexOf(some.get(scene.random.nextInt(some.size())));
    }

    /** All there is room for, a part of it, or something beyond. */
    private long amount(int index, String kind) {
        List<Owed.Case> cases = scene.model.paid.cases;
        long room = index < cases.size() ? cases.get(index).room(kind) : 0;
        return switch (scene.random.nextInt(6)) {
            case 0 -> room + 1;
            case 1 -> 0;
            case 2 -> room;
            default -> Math.max(1, room / 2);
        };
    }

    private int caseNo(int index) {
        List<RecoveryCase> cases = recoveries().list(scene.village.program);
        return index < cases.size() ? cases.get(index).caseNo() : 1_000_000;
    }

    private Recoveries recoveries() {
        return scene.village.get(Recoveries.class);
    }
}
