package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jp.kyufu.assessment.Submission.PersonsWord;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import jp.kyufu.value.ReasonCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of assessment: what a run reads and what it writes. */
@Repository
class AssessmentStore {

    static final String DECISION =
            " (application_id, program_id, run_id, state, codes, household_no, rail, amount,"
                    + " residents, members, declined, reserved, duplicate_of)";

    private static final String ACCOUNT =
            "account (application_id, version, changed_at, rail, fingerprint, last3, sealed)";

    /** Codes whose findings come and go with the decision. */
    private static final String[] HOLDING =
            EnumSet.allOf(ReasonCode.class).stream()
                    .filter(code ->
                            switch (code.kind()) {
                                case IDENTITY, REVIEW, UNMATCHED -> true;
                                case REJECT, NOTHING_DUE, DUPLICATE, DEFECTIVE, FINDING, NOTE ->
                                        false;
                            })
                    .map(Enum::name)
                    .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final DataSource source;

    AssessmentStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** One run at a time for a program; the lock ends with the transaction. */
    void lock(short program) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('assessment'), :program)")
                .param("program", (int) program)
                .query((row, n) -> n)
                .list();
    }

    /** Begins a run with a fresh idea of how large its input is. */
    int startRun(short program, int master) {
        jdbc.sql(Sql.of(AssessmentStore.class, "refresh-input")).query(String.class).optional();
        return jdbc.sql(Sql.of(AssessmentStore.class, "start-run"))
                .param("program", program)
                .param("master", master)
                .query(Integer.class)
                .single();
    }

    /** The newest register extract, if any is complete. */
    Optional<Integer> snapshot() {
        return jdbc.sql(
                        "SELECT snapshot_id FROM register_snapshot WHERE completed_at IS NOT NULL"
                                + " ORDER BY as_of DESC LIMIT 1")
                .query(Integer.class)
                .optional();
    }

    /** The register extract of the last finished run; empty before the first. */
    Optional<Integer> assessedSnapshot(short program) {
        return jdbc.sql(Sql.of(AssessmentStore.class, "assessed-snapshot"))
                .param("program", program)
                .query(Integer.class)
                .optional();
    }

    /**
     * Findings about what is decided and not paid, after payments were planned, and about what a
     * paid household may need to be corrected in.
     */
    void syncUnpaid(short program) {
        jdbc.sql(Sql.of(AssessmentStore.class, "close-unpaid")).param("program", program).update();
        jdbc.sql(Sql.of(AssessmentStore.class, "raise-unpaid"))
                .param("program", program)
                .query(Long.class)
                .single();
        jdbc.sql(Sql.of(AssessmentStore.class, "close-corrections"))
                .param("program", program)
                .update();
        jdbc.sql(Sql.of(AssessmentStore.class, "raise-corrections"))
                .param("program", program)
                .query(Long.class)
                .single();
    }

    void finishRun(int run) {
        jdbc.sql("UPDATE assessment_run SET finished_at = now() WHERE run_id = :run")
                .param("run", run)
                .update();
    }

    Set<Long> sharedPayees(short program) {
        return ids("shared-payees", program);
    }

    Set<Long> receiptConflicts(short program) {
        return ids("receipt-conflicts", program);
    }

    private Set<Long> ids(String statement, short program) {
        return new HashSet<>(
                jdbc.sql(Sql.of(AssessmentStore.class, statement))
                        .param("program", program)
                        .query(Long.class)
                        .list());
    }

    Map<Long, PersonsWord> personsWords(short program) {
        Map<Long, PersonsWord> words = new HashMap<>();
        jdbc.sql(Sql.of(AssessmentStore.class, "persons-words"))
                .param("program", program)
                .query(row -> {
                    PersonDecision decision = PersonDecision.parse(row.getString("decision"));
                    ReasonCode code = ReasonCode.valueOf(row.getString("code"));
                    words.merge(
                            row.getLong("application_id"),
                            decision.word(code),
                            AssessmentStore::both);
                });
        jdbc.sql(Sql.of(AssessmentStore.class, "replaced"))
                .param("program", program)
                .query(row -> {
                    long by = row.getLong("application_id");
                    words.compute(
                            row.getLong("corrects"),
                            (_, said) -> (said == null ? PersonsWord.NONE : said).replaced(by));
                });
        return words;
    }

    private static PersonsWord both(PersonsWord earlier, PersonsWord later) {
        Set<ReasonCode> confirmed = new HashSet<>(earlier.confirmed());
        confirmed.addAll(later.confirmed());
        return new PersonsWord(
                confirmed,
                earlier.refused() || later.refused(),
                later.decliners().isPresent() ? later.decliners() : earlier.decliners(),
                earlier.replacedBy());
    }

    /** Begins to read what a run is about; must be closed. */
    HouseholdStore households(short program) {
        return HouseholdStore.open(source, program);
    }

    /** Room for the decisions that differ from the last run's; gone with the transaction. */
    void createChanged() {
        jdbc.sql("CREATE TEMP TABLE changed_decision (LIKE decision) ON COMMIT DROP").update();
    }

    void write(CopyBuffer fresh, CopyBuffer changed, CopyBuffer accounts) {
        copy("decision" + DECISION, fresh);
        copy("changed_decision" + DECISION, changed);
        copy(ACCOUNT, accounts);
    }

    private void copy(String target, CopyBuffer rows) {
        if (rows.rows() > 0) {
            CopyIn.copy(source, target, List.of(rows));
        }
    }

    /** Takes over the decisions that differ; gives how many. */
    int takeOverChanged() {
        jdbc.sql("SELECT refresh_statistics('decision', 'account')::text")
                .query(String.class)
                .optional();
        return jdbc.sql(Sql.of(AssessmentStore.class, "change-decisions")).update();
    }

    /**
     * Findings follow the decisions: new ones are raised, those without an object closed.
     *
     * @param inFileConflicts applications with a receipt conflict whose payment is in a file
     */
    void syncFindings(short program, Set<Long> inFileConflicts) {
        Long[] conflicts = new ArrayList<>(inFileConflicts).toArray(Long[]::new);
        findings("close-findings", program, conflicts).update();
        findings("raise-findings", program, conflicts).query(Long.class).single();
    }

    /** Findings about payments on their way against which the register speaks now. */
    void syncRegisterChanges(short program, List<RegisterChange> changes) {
        changes("close-register-changes", program, changes).update();
        changes("raise-register-changes", program, changes).query(Long.class).single();
    }

    private JdbcClient.StatementSpec changes(
            String statement, short program, List<RegisterChange> changes) {
        return jdbc.sql(Sql.of(AssessmentStore.class, statement))
                .param("program", program)
                .param(
                        "applications",
                        changes.stream().map(RegisterChange::application).toArray(Long[]::new))
                .param("what", changes.stream().map(RegisterChange::what).toArray(String[]::new));
    }

    private JdbcClient.StatementSpec findings(String statement, short program, Long[] conflicts) {
        return jdbc.sql(Sql.of(AssessmentStore.class, statement))
                .param("program", program)
                .param("codes", HOLDING)
                .param("conflicts", conflicts);
    }
}
