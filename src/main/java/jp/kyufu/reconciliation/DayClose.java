package jp.kyufu.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.FileOutcomes;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.program.BusinessCalendar;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily close (日計表): settles what the bank was silent about, then closes the day over opening,
 * movements and closing of every state. The database refuses to close while anything is unexplained
 * and takes no further posting of a closed day (V126).
 */
@Component
public class DayClose {

    private final DayCloseStore store;
    private final ReconciliationStore reconciliation;
    private final Clearing clearing;
    private final PaymentStore payments;
    private final FileOutcomes files;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DayClose(
            DayCloseStore store,
            ReconciliationStore reconciliation,
            Clearing clearing,
            PaymentStore payments,
            FileOutcomes files,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.reconciliation = reconciliation;
        this.clearing = clearing;
        this.payments = payments;
        this.files = files;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Closes a day of a program and all days before it that are open.
     *
     * @param date today or earlier, later than the last closed day; empty: today
     * @param person of finance
     * @return the sheet of the day
     * @throws Refusal for a day in the future or closed before, and while anything is unexplained:
     *     each thing is named
     */
    public DaySheet close(Program program, Optional<LocalDate> date, String person) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = date.orElse(today);
        people.require(person, today, Role.FINANCE);
        if (day.isAfter(today)) {
            throw new Refusal("reconciliation.closeFuture", day, today);
        }
        store.last(program)
                .filter(last -> !day.isAfter(last))
                .ifPresent(last -> {
                    throw new Refusal("reconciliation.closedBefore", last, day);
                });
        // What can be cleared is cleared even if something else keeps the day open.
        transaction.executeWithoutResult(_ -> clearing.run(today, person));
        mustBeExplained(program, day);
        try {
            return Check.present(transaction.execute(_ -> close(program, day, person)));
        } catch (DataAccessException e) {
            throw refusal(e, program, day);
        }
    }

    /** The sheet of a closed day; empty: the newest. */
    public DaySheet sheet(Program program, Optional<LocalDate> date) {
        LocalDate day =
                date.or(() -> store.last(program))
                        .orElseThrow(() -> new Refusal("reconciliation.neverClosed"));
        return store.sheet(program, day)
                .orElseThrow(() -> new Refusal("reconciliation.notClosed", day));
    }

    private DaySheet close(Program program, LocalDate day, String person) {
        store.holdPostings();
        settleSilent(program, day, person);
        store.close(program, day, person);
        DaySheet sheet = sheet(program, Optional.of(day));
        audit.record(
                person,
                "day.close",
                "program " + program.code() + " " + day,
                Map.of("digest", sheet.digest(), "previous", sheet.previous()));
        return sheet;
    }

    /**
     * Settles what was paid by files that the bank debited, whose {@code return_days} have passed
     * and of which no return is known (design §3). A later return is still taken.
     */
    private void settleSilent(Program program, LocalDate day, String person) {
        int days = program.bankProfile().returnDays();
        int[] due =
                store.debited(program).stream()
                        .filter(f ->
                                !BusinessCalendar.plusBusinessDays(f.payDate(), days).isAfter(day))
                        .mapToInt(DayCloseStore.Debited::fileNo)
                        .toArray();
        long[] silent = store.silent(due, day);
        Posting posting = new Posting(program.id(), day, person, "SILENT", "", "day close " + day);
        payments.post(posting, silent, PaymentState.SETTLED, PaymentState.ACCEPTED);
        files.settle(store.finished(due), day, person, "day close " + day);
    }

    private void mustBeExplained(Program program, LocalDate day) {
        List<Unexplained> open = reconciliation.unexplained(program, day);
        if (!open.isEmpty()) {
            throw new Refusal(
                    open.stream().map(DayClose::words).toList(),
                    "reconciliation.unexplained",
                    day,
                    open.size());
        }
    }

    /** What a person must explain, in words. */
    public static Refusal words(Unexplained item) {
        return new Refusal(
                "reconciliation.unexplained." + item.kind(),
                item.ref(),
                Objects.requireNonNullElse(item.day(), "-"),
                Objects.requireNonNullElse(item.amount(), 0L),
                item.note());
    }

    private RuntimeException refusal(DataAccessException error, Program program, LocalDate day) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)
                || cause.getServerErrorMessage() == null) {
            return error;
        }
        String detail = Objects.requireNonNullElse(cause.getServerErrorMessage().getDetail(), "");
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            // Somebody closed, or something came in, between our look and the lock.
            case "KY021" ->
                    new Refusal(
                            "reconciliation.closedBefore", store.last(program).orElse(day), day);
            case "KY022" -> {
                mustBeExplained(program, day);
                yield error;
            }
            case "KY023" -> new Refusal("reconciliation.booksDiffer", day, detail);
            default -> error;
        };
    }
}
