package jp.kyufu.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the books stand against bank and point provider: what became of every released file, what
 * nobody can explain yet, and a person's word on it.
 */
@Component
public class Reconciliation {

    private final ReconciliationStore store;
    private final Clearing clearing;
    private final Keys keys;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciliation(
            ReconciliationStore store,
            Clearing clearing,
            Keys keys,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.clearing = clearing;
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every released file: sent = credited + returned + pending. */
    public List<FileBooks> files(Program program) {
        return store.files(program);
    }

    /** Everything that is unexplained, whatever its day. */
    public List<Unexplained> unexplained(Program program) {
        return store.unexplained(program, LocalDate.now(clock));
    }

    /** What a close of a day would stop at. */
    public List<Unexplained> unexplained(Program program, LocalDate day) {
        return store.unexplained(program, day);
    }

    /**
     * Records why something is as it is; a daily close then goes over it.
     *
     * @param kind and {@code ref} as {@link #unexplained} gives them
     * @param person of finance
     * @throws Refusal without a reason, or where nothing of that name is unexplained
     */
    public void explain(Program program, String kind, String ref, String reason, String person) {
        LocalDate today = allowed(reason, person);
        transaction.executeWithoutResult(_ -> {
            if (!store.explain(program, kind, ref, today, person, reason.strip())) {
                throw new Refusal("reconciliation.nothingToExplain", kind, ref);
            }
            audit.record(
                    person, "books.explain", kind + " " + ref, Map.of("program", program.code()));
        });
    }

    /**
     * Clears lines of statements by a person's word where the program could not choose: against
     * files they paid or returned payments they brought back. The sums must agree.
     *
     * @param files or {@code payments}: one of the two is empty
     * @param person of finance
     * @throws Refusal without a reason, or where sums, directions or accounts do not agree or one
     *     of them is cleared already
     */
    public void clear(
            List<Long> lines,
            List<Integer> files,
            List<Long> payments,
            String reason,
            String person) {
        LocalDate today = allowed(reason, person);
        if (lines.isEmpty() || files.isEmpty() == payments.isEmpty()) {
            throw new Refusal("reconciliation.clearWhat");
        }
        try {
            transaction.executeWithoutResult(_ -> {
                clearing.byHand(
                        today,
                        person,
                        reason.strip(),
                        lines.stream().mapToLong(Long::longValue).toArray(),
                        files.stream().mapToInt(Integer::intValue).toArray(),
                        payments.stream().mapToLong(Long::longValue).toArray());
                audit.record(
                        person,
                        "books.clear",
                        "statement lines " + lines,
                        Map.of("files", files, "payments", payments));
            });
        } catch (DataAccessException e) {
            throw refusal(e, lines);
        }
    }

    /**
     * A line of a statement as the bank sent it, for the person who must explain it. Recorded: it
     * may name a payee.
     *
     * @param person of finance
     * @return the 200 bytes as text of JIS X 0201
     */
    public String line(long lineNo, String person) {
        people.require(person, LocalDate.now(clock), Role.FINANCE);
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    byte[] sealed =
                            store.sealed(lineNo)
                                    .orElseThrow(() ->
                                            new Refusal("reconciliation.unknownLine", lineNo));
                    audit.record(person, "statement.view", "statement line " + lineNo, Map.of());
                    return jp.kyufu.bank.StatementFile.text(keys.vault().open(sealed));
                }));
    }

    private LocalDate allowed(String reason, String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.FINANCE);
        if (reason.isBlank()) {
            throw new Refusal("reconciliation.reasonMissing");
        }
        return today;
    }

    private static RuntimeException refusal(DataAccessException error, List<Long> lines) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)) {
            return error;
        }
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY031", "23503" -> new Refusal("reconciliation.clearSums", lines);
            case "23505" -> new Refusal("reconciliation.clearTwice", lines);
            default -> error;
        };
    }
}
