package jp.kyufu.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Over-payments and how they come back: a ledger too (rule I21). A case opens by a correction or by
 * a register, closes when its balance is 0, and is never changed: whatever happens is an entry.
 */
@Component
public class Recoveries {

    private final RecoveryStore store;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recoveries(
            RecoveryStore store,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What the second of two people does. */
    public enum Kind {
        /** Owed, and will not come. */
        WRITTEN_OFF,
        /** Not owed after all. */
        WITHDRAWN,
        /** The city gave back what was paid back and is not owed any more. */
        REFUNDED
    }

    /** Every case of a program, in order of number. */
    public List<RecoveryCase> list(Program program) {
        return store.list(program);
    }

    /** One case with everything that happened to it; a Refusal if there is none. */
    public RecoveryCase.Story show(Program program, int caseNo) {
        RecoveryCase found =
                store.list(program).stream()
                        .filter(one -> one.caseNo() == caseNo)
                        .findFirst()
                        .orElseThrow(() -> new Refusal("correction.unknownCase", caseNo));
        return new RecoveryCase.Story(found, store.entries(caseNo), store.waiting(caseNo));
    }

    /**
     * Records that a resident paid back, all or part.
     *
     * @param amount yen or points, at most the balance
     * @param dated the day of the receipt
     * @param evidence what shows it, such as the number of the receipt
     * @param person of finance
     * @return the case as it stands now
     */
    public RecoveryCase paid(
            Program program,
            int caseNo,
            long amount,
            LocalDate dated,
            String evidence,
            String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.FINANCE);
        String shown = evidence(evidence);
        mustBePositive(amount);
        if (dated.isAfter(today)) {
            throw new Refusal("correction.future", dated, today);
        }
        show(program, caseNo);
        act(
                person,
                () -> {
                    store.paid(caseNo, amount, dated, today, person, shown);
                    audit.record(
                            person,
                            "recoveries.paid",
                            "recovery " + caseNo,
                            Map.of("amount", amount, "dated", dated.toString()));
                    return caseNo;
                });
        return show(program, caseNo).ofCase();
    }

    /**
     * Asks for a case to be written off or withdrawn, or for money to be given back. Nothing
     * changes until another person does it.
     *
     * @param amount yen or points; empty: all there is
     * @param person of the office or finance
     * @return the number of the request
     */
    public int ask(
            Program program,
            int caseNo,
            Kind kind,
            Optional<Long> amount,
            String reason,
            String evidence,
            String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.OFFICE, Role.FINANCE);
        String why = CorrectionRefusals.given(reason, new Refusal("correction.reasonMissing"));
        String shown = evidence(evidence);
        amount.ifPresent(Recoveries::mustBePositive);
        show(program, caseNo);
        return act(
                person,
                () -> {
                    int request = store.ask(caseNo, kind, amount, today, person, why, shown);
                    audit.record(
                            person,
                            "recoveries.ask",
                            "recovery " + caseNo,
                            Map.of("request", request, "kind", kind.name()));
                    return request;
                });
    }

    /**
     * Does what another person asked for.
     *
     * @param person an approver, never the one who asked
     * @return the case as it stands now
     */
    public RecoveryCase confirm(Program program, int requestNo, String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.APPROVER);
        int caseNo =
                act(
                        person,
                        () -> {
                            int confirmed = store.confirm(requestNo, today, person);
                            show(program, confirmed);
                            audit.record(
                                    person,
                                    "recoveries.confirm",
                                    "recovery " + confirmed,
                                    Map.of("request", requestNo));
                            return confirmed;
                        });
        return show(program, caseNo).ofCase();
    }

    /**
     * Opens a case for every share that is paid to somebody whom a newer register shows not to be
     * entitled, and ends those whose proof it took back. Part of {@code assess}.
     *
     * @param cause the run that read it
     * @return how many cases it opened or ended; 0 the second time
     */
    public int follow(Program program, LocalDate today, String person, String cause) {
        return act(person, () -> store.follow(program, today, person, cause));
    }

    private int act(String person, Supplier<Integer> act) {
        return CorrectionRefusals.of(
                person, () -> Check.present(transaction.execute(_ -> act.get())));
    }

    private static String evidence(String evidence) {
        return CorrectionRefusals.given(evidence, new Refusal("correction.evidenceMissing"));
    }

    private static void mustBePositive(long amount) {
        if (amount <= 0) {
            throw new Refusal("correction.amount", amount);
        }
    }
}
