package jp.kyufu.reconciliation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.payment.ClosedDay;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Points that were granted, lot by lot (rule I15). Their end is the provider's word, in a file or
 * in writing; a payment comes back only when nobody can claim its points any more, so there is no
 * moment in which points and another attempt could both be paid.
 */
@Component
public class PointLots {

    private final PointLotStore store;
    private final Keys keys;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Limits limits;

    PointLots(
            PointLotStore store,
            Keys keys,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Limits limits) {
        this.store = store;
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limits = limits;
    }

    /** What the provider can say of a lot in writing. */
    public enum Word {
        CLAIMED,
        EXPIRED,
        REVERSED,
        REVERSAL_REFUSED
    }

    /** Every lot of a program, in order of payment number. */
    public List<PointLot> list(Program program) {
        return store.list(program);
    }

    /**
     * A page of the lots of a program, in order of payment number.
     *
     * @param state empty: any
     * @param asked only those that the provider is asked to take back
     * @param after of higher payment numbers only
     */
    public List<PointLot> page(
            Program program, Optional<PointLot.State> state, boolean asked, long after, int rows) {
        return store.page(program, state, asked, after, rows);
    }

    /** The lot of a payment; empty: nothing was granted by it. */
    public Optional<PointLot> find(Program program, long paymentNo) {
        return store.find(program, paymentNo);
    }

    /** One lot with everything that happened to it; a Refusal if there is none. */
    public PointLot.Story show(Program program, long paymentNo) {
        return new PointLot.Story(lot(program, paymentNo), store.events(paymentNo));
    }

    /**
     * Asks the provider to take points back that nobody has claimed. The payment stays paid until
     * the provider has confirmed.
     *
     * @param person of the office or finance
     * @throws Refusal for points that are claimed, gone, or asked back already
     */
    public void askReversal(Program program, long paymentNo, String reason, String person) {
        people.require(person, today(), Role.OFFICE, Role.FINANCE);
        if (reason.isBlank()) {
            throw new Refusal("reconciliation.reasonMissing");
        }
        tell(
                program,
                paymentNo,
                "REVERSAL_ASKED",
                new Evidence(reason.strip(), person, today()),
                person);
    }

    /**
     * Records what the provider said of a lot. Expired or reversed, its payment comes back and the
     * office decides what is next.
     *
     * @param evidence its date is the day on which it happened
     * @param person of finance
     * @throws Refusal for a word that the books contradict: an expiry before its day, a reversal
     *     nobody asked for, points that are claimed or gone
     */
    public void told(Program program, long paymentNo, Word word, Evidence evidence, String person) {
        people.require(person, today(), Role.FINANCE);
        tell(program, paymentNo, word.name(), evidence.checked(today()), person);
    }

    /**
     * Takes in the provider's file about lots, whole; each line into exactly one bucket.
     *
     * @param person of finance
     * @throws Refusal for bytes received before and for a file that is not of the form
     */
    public PointLot.Summary importLots(Program program, Path path, String person) {
        people.require(person, today(), Role.FINANCE);
        AnswerFile answer = AnswerFile.read(path, limits);
        store.received(program, answer.sha256()).ifPresent(answer::refuse);
        List<PointLotLine> lines = PointLotLine.read(answer.bytes(), answer.name());
        return Check.present(
                transaction.execute(_ -> {
                    Optional<Integer> number = store.add(program, answer, person, lines.size());
                    if (number.isEmpty()) {
                        store.received(program, answer.sha256()).ifPresent(answer::refuse);
                    }
                    int file = number.orElseThrow();
                    for (List<PointLotLine> round : rounds(lines)) {
                        byte[][] sealed =
                                round.parallelStream()
                                        .map(line -> keys.vault().seal(line.original()))
                                        .toArray(byte[][]::new);
                        store.take(file, round, sealed, today(), person);
                    }
                    PointLot.Summary summary =
                            new PointLot.Summary(
                                    file, answer.name(), lines.size(), store.buckets(file));
                    audit.record(person, "lots.import", "lot file " + file, summary.buckets());
                    return summary;
                }));
    }

    /** Lines about the same payment one after the other, in the order in which it happened. */
    private static List<List<PointLotLine>> rounds(List<PointLotLine> lines) {
        List<PointLotLine> inOrder = new ArrayList<>(lines);
        inOrder.sort(
                Comparator.comparing(
                        PointLotLine::dated, Comparator.nullsLast(Comparator.naturalOrder())));
        Map<Long, Integer> seen = new HashMap<>();
        List<List<PointLotLine>> rounds = new ArrayList<>();
        for (PointLotLine line : inOrder) {
            Long payment = line.paymentNo();
            int round =
                    payment == null
                            ? 0
                            : Objects.requireNonNull(seen.merge(payment, 1, Integer::sum)) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(line);
        }
        return rounds;
    }

    private void tell(
            Program program, long paymentNo, String kind, Evidence evidence, String person) {
        lot(program, paymentNo);
        try {
            transaction.executeWithoutResult(_ -> {
                store.tell(paymentNo, kind, evidence, today(), person);
                audit.record(
                        person,
                        "lots.tell",
                        "payment " + paymentNo,
                        Map.of(
                                "kind", kind,
                                "document", evidence.document(),
                                "told_by", evidence.toldBy(),
                                "dated", evidence.dated().toString()));
            });
        } catch (DataAccessException e) {
            throw refusal(e);
        }
    }

    private PointLot lot(Program program, long paymentNo) {
        return store.find(program, paymentNo)
                .orElseThrow(() -> new Refusal("reconciliation.noLot", paymentNo));
    }

    private static RuntimeException refusal(DataAccessException error) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)
                || cause.getServerErrorMessage() == null) {
            return error;
        }
        ServerErrorMessage server = cause.getServerErrorMessage();
        String detail = Objects.requireNonNullElse(server.getDetail(), "");
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY081" -> {
                String[] words = detail.split(" ", 2);
                yield new Refusal("reconciliation.lot." + words[1], words[0]);
            }
            case ClosedDay.SQL_STATE -> ClosedDay.refusal(detail);
            default -> error;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
