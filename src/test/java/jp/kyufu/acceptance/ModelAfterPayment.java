package jp.kyufu.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;

/**
 * The part of {@link Model} that begins when money or points have left: answers, returns and the
 * next attempt, corrections and what they make owed in either direction, the fate of points.
 */
final class ModelAfterPayment {

    final List<Owed.Case> cases = new ArrayList<>();
    final List<Owed.Request> requests = new ArrayList<>();
    private final Model model;

    ModelAfterPayment(Model model) {
        this.model = model;
    }

    /** Whoever proves not entitled and was paid owes what no case says yet. */
    void follow(Set<String> entitled) {
        for (Owed.Payment payment : model.payments.values()) {
            for (String resident : new TreeSet<>(payment.residents)) {
                long kept = kept(payment, resident);
                if (payment.isPaid() && !entitled.contains(resident) && kept > 0) {
                    cases.add(new Owed.Case(payment, resident, "INELIGIBLE", kept));
                }
            }
        }
    }

    private long kept(Owed.Payment payment, String resident) {
        return payment.rate() - of(payment, resident).stream().mapToLong(Owed.Case::owed).sum();
    }

    private List<Owed.Case> of(Owed.Payment payment, String resident) {
        return cases.stream()
                .filter(c -> c.payment == payment && c.resident.equals(resident))
                .toList();
    }

    /** A payment that came back leaves nothing to be got back. */
    void comesBack(Owed.Payment payment) {
        payment.state = PaymentState.RETURNED;
        payment.open = true;
        cases.stream()
                .filter(c -> c.payment == payment && c.room("WITHDRAWN") > 0)
                .forEach(c -> c.ended += c.room("WITHDRAWN"));
    }

    /** An answer about a file: a code for each of these payments; 0 is credited. */
    boolean answer(Owed.BankFile file, Map<Long, Character> codes, String person) {
        if (!model.has(person, Role.FINANCE)) {
            return false;
        }
        List<Owed.Payment> told =
                file.payments.stream()
                        .filter(p -> codes.containsKey(p.number))
                        .filter(p -> !p.answers.contains(codes.get(p.number)))
                        .toList();
        List<Owed.Payment> late = told.stream().filter(p -> !p.live()).toList();
        List<Owed.Payment> claimed =
                told.stream()
                        .filter(p -> p.lot == Owed.Lot.CLAIMED && codes.get(p.number) != '0')
                        .toList();
        List<Owed.Payment> news =
                told.stream()
                        .filter(p -> p.live() && !claimed.contains(p))
                        .filter(p -> p.state != PaymentState.SETTLED || codes.get(p.number) != '0')
                        .toList();
        boolean accepts = !news.isEmpty() && ModelAfterRelease.ON_THEIR_WAY.contains(file.state);
        if (news.stream().anyMatch(model.released::holds)
                || accepts && model.released.holdsReleased(file)) {
            return false;
        }
        if (accepts) {
            Model.accept(file);
        }
        news.forEach(p -> apply(p, codes.get(p.number)));
        late.forEach(p -> p.application.unexplained++);
        claimed.forEach(p -> p.application.contradicted++);
        settleIfDone(file);
        return true;
    }

    static void settleIfDone(Owed.BankFile file) {
        if (isFinished(file)) {
            file.state = FileState.SETTLED;
        }
    }

    static boolean isFinished(Owed.BankFile file) {
        return file.state == FileState.ACCEPTED
                && file.payments.stream().allMatch(ModelAfterPayment::isDone);
    }

    private static boolean isDone(Owed.Payment payment) {
        return payment.state == PaymentState.SETTLED || payment.state == PaymentState.RETURNED;
    }

    private void apply(Owed.Payment payment, char code) {
        payment.answers.add(code);
        if (code == '0') {
            payment.state = PaymentState.SETTLED;
            payment.lot = payment.rail == Rail.POINTS ? Owed.Lot.GRANTED : null;
            return;
        }
        if (payment.lot == Owed.Lot.GRANTED) {
            payment.lot = Owed.Lot.REVERSED;
        }
        comesBack(payment);
    }

    /**
     * The next attempt at a payment that came back or was cancelled.
     *
     * @param to another account or wallet on this rail; empty: the same
     */
    boolean retry(long number, Optional<Rail> to, String reason, String person) {
        Owed.Payment old = model.payments.get(number);
        if (!model.has(person, Role.OFFICE) || reason.isBlank() || old == null || !old.open) {
            return false;
        }
        return next(old, to, person);
    }

    private boolean next(Owed.Payment old, Optional<Rail> to, String person) {
        Set<String> residents = model.due(old);
        boolean paidElsewhere =
                model.payments.values().stream()
                        .filter(p -> p.live() && p != old)
                        .anyMatch(p -> p.residents.stream().anyMatch(residents::contains));
        if (residents.isEmpty() || paidElsewhere || model.released.isInDoubt(old)) {
            return false;
        }
        old.open = false;
        old.application.deciders.add(person);
        to.ifPresent(rail -> old.application.accounts++);
        model.plan(
                old.application, residents, to.orElse(old.rail), old.attempt + 1, old.correction);
        return true;
    }

    /** Another account, wallet or rail before payment. */
    boolean change(long number, Rail to, String reason, String evidence, String person) {
        Owed.Payment old = model.payments.get(number);
        if (!model.has(person, Role.OFFICE)
                || reason.isBlank()
                || evidence.isBlank()
                || old == null
                || old.state != PaymentState.PLANNED
                || !next(old, Optional.of(to), person)) {
            return false;
        }
        old.state = PaymentState.CANCELLED;
        return true;
    }

    /** Members of a paid claim decline, or claim, after all. */
    boolean correct(
            long number, Set<String> declines, Set<String> claims, String words, String person) {
        Owed.Payment named = model.payments.get(number);
        List<String> all = new ArrayList<>(declines);
        all.addAll(claims);
        if (!model.has(person, Role.OFFICE)
                || words.isBlank()
                || all.isEmpty()
                || new HashSet<>(all).size() < all.size()
                || named == null
                || !named.isPaid()
                || !declines.stream().allMatch(r -> mayChange(named, r, true))
                || !claims.stream().allMatch(r -> mayChange(named, r, false))) {
            return false;
        }
        Owed.Application application = named.application;
        application.corrections++;
        application.deciders.add(person);
        requests.removeIf(r -> all.contains(r.of.resident));
        declines.forEach(this::decline);
        Set<String> unpaid = new TreeSet<>();
        for (String resident : claims) {
            Optional<Owed.Payment> live = live(resident);
            if (live.isEmpty()) {
                unpaid.add(resident);
            }
            live.stream()
                    .flatMap(p -> of(p, resident).stream())
                    .filter(c -> c.room("WITHDRAWN") > 0)
                    .forEach(c -> ask(c, "WITHDRAWN", c.room("WITHDRAWN"), person));
        }
        model.office.claims(claims, person);
        application.declined.addAll(declines);
        application.declined.removeAll(claims);
        application.nobodyClaims = model.members(application).isEmpty();
        if (!unpaid.isEmpty()) {
            model.plan(application, unpaid, named.rail, 1, application.corrections);
        }
        return true;
    }

    private boolean mayChange(Owed.Payment named, String resident, boolean declines) {
        Owed.Application application = named.application;
        Optional<Owed.Payment> live = live(resident);
        boolean stranger =
                Village.householdOf(resident) != application.household
                        || live.filter(p -> p.application != application).isPresent();
        boolean inFile = live.filter(p -> p.state == PaymentState.IN_FILE).isPresent();
        boolean declined =
                application.declined.contains(resident) || model.office.declines(resident);
        boolean keeps = live.filter(p -> kept(p, resident) > 0).isPresent();
        boolean changes = declines ? !declined : declined || !keeps;
        return !stranger && !inFile && changes && (declines || model.isEntitled(resident));
    }

    private Optional<Owed.Payment> live(String resident) {
        return model.payments.values().stream()
                .filter(p -> p.live() && p.residents.contains(resident))
                .findFirst();
    }

    private void decline(String resident) {
        live(resident)
                .filter(p -> p.isPaid() && kept(p, resident) > 0)
                .ifPresent(
                        p -> cases.add(new Owed.Case(p, resident, "DECLINES", kept(p, resident))));
    }

    /** A resident paid back. */
    boolean repaid(int index, long amount, String evidence, String person) {
        if (!model.has(person, Role.FINANCE)
                || evidence.isBlank()
                || index >= cases.size()
                || amount <= 0
                || amount > cases.get(index).balance()) {
            return false;
        }
        cases.get(index).paid += amount;
        return true;
    }

    boolean ask(int index, String kind, Optional<Long> some, String reason, String person) {
        if (!model.has(person, Role.OFFICE, Role.FINANCE)
                || reason.isBlank()
                || index >= cases.size()) {
            return false;
        }
        Owed.Case of = cases.get(index);
        long amount = some.orElse(of.room(kind));
        if (amount <= 0 || amount > of.room(kind)) {
            return false;
        }
        ask(of, kind, amount, person);
        return true;
    }

    /** A newer request takes the place of one that waits. */
    private void ask(Owed.Case of, String kind, long amount, String person) {
        requests.removeIf(r -> r.of == of);
        requests.add(new Owed.Request(of, kind, amount, person));
    }

    /** Another person does what one asked for. */
    boolean confirm(Optional<Owed.Request> request, String person) {
        if (!model.has(person, Role.APPROVER)
                || request.filter(requests::contains).isEmpty()
                || request.get().person.equals(person)
                || request.get().amount > request.get().of.room(request.get().kind)) {
            return false;
        }
        Owed.Case of = request.get().of;
        long amount = request.get().amount;
        switch (request.get().kind) {
            case "REFUNDED" -> of.paid -= amount;
            case "WRITTEN_OFF" -> of.writtenOff += amount;
            default -> of.ended += amount;
        }
        requests.remove(request.get());
        return true;
    }

    /** A word about points: what the provider says, or that it is asked to take them back. */
    boolean lot(long number, String kind, LocalDate dated, String words, String person) {
        Owed.Payment payment = model.payments.get(number);
        boolean asks = kind.equals("REVERSAL_ASKED");
        boolean may =
                asks
                        ? model.has(person, Role.OFFICE, Role.FINANCE)
                        : model.has(person, Role.FINANCE);
        if (!may
                || words.isBlank()
                || payment == null
                || !verdict(payment, kind, payment.points(), dated).equals(BELIEVED)) {
            return false;
        }
        enter(payment, kind);
        return true;
    }

    private static final String BELIEVED = "APPLIED";
    private static final String KNOWN = "ALREADY_APPLIED";

    /** What is to be thought of a word about points. */
    private static String verdict(Owed.Payment payment, String kind, long points, LocalDate dated) {
        if (payment.lot == null
                || points != payment.points()
                || dated.isBefore(VillageLife.GRANTED)
                || dated.isAfter(Village.TODAY)) {
            return "DIFFERS";
        }
        if (payment.lot != Owed.Lot.GRANTED) {
            return payment.lot.name().equals(kind) ? KNOWN : "CONTRADICTS";
        }
        boolean believed =
                switch (kind) {
                    case "CLAIMED" -> !dated.isAfter(VillageLife.EXPIRES);
                    case "EXPIRED" -> dated.isAfter(VillageLife.EXPIRES);
                    case "REVERSAL_ASKED" -> !payment.asked;
                    default -> payment.asked;
                };
        return believed ? BELIEVED : "CONTRADICTS";
    }

    private void enter(Owed.Payment payment, String kind) {
        switch (kind) {
            case "REVERSAL_ASKED" -> payment.asked = true;
            case "REVERSAL_REFUSED" -> payment.asked = false;
            default -> payment.lot = Owed.Lot.valueOf(kind);
        }
        if (payment.lot == Owed.Lot.EXPIRED || payment.lot == Owed.Lot.REVERSED) {
            comesBack(payment);
        }
    }

    /** The provider's file about points, a line a lot: what is not believed a person looks at. */
    boolean lotFile(List<Owed.LotLine> lines, String person) {
        if (!model.has(person, Role.FINANCE)) {
            return false;
        }
        for (Owed.LotLine line : lines) {
            String kind = line.kind().name();
            switch (verdict(line.payment(), kind, line.points(), line.dated())) {
                case BELIEVED -> enter(line.payment(), kind);
                case KNOWN -> {}
                default -> line.payment().application.contradicted++;
            }
        }
        return true;
    }

    /** A person has looked at an answer that came too late. */
    boolean explain(
            Owed.Application application, boolean afterClose, String reason, String person) {
        if (!model.has(person, Role.OFFICE) || reason.isBlank()) {
            return false;
        }
        if (afterClose) {
            application.unexplained--;
        } else {
            application.contradicted--;
        }
        application.deciders.add(person);
        return true;
    }

    /** Every case as the books should show it, in the order in which they were opened. */
    List<String> expectedCases() {
        return cases.stream().map(Owed.Case::toString).toList();
    }

    /** Every point lot as the books should show it. */
    List<String> expectedLots() {
        return model.payments.values().stream()
                .filter(p -> p.lot != null)
                .map(p -> p.number + " " + p.lot + (p.lot == Owed.Lot.GRANTED && p.asked))
                .toList();
    }

    /** How many versions there are of where each paid application is paid to. */
    List<String> expectedAccounts() {
        return model.applications.values().stream()
                .filter(a -> a.accounts > 1)
                .map(a -> a.receipt + " " + a.accounts)
                .toList();
    }
}
