package jp.kyufu.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.assessment.Findings.Candidate;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.assessment.Findings.Waiting;
import jp.kyufu.database.Sql;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of findings. */
@Repository
class FindingStore {

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Finding> open(short program, Optional<ReasonCode> code) {
        return jdbc.sql(Sql.of(FindingStore.class, "open-findings"))
                .param("program", program)
                .param("code", code.map(Enum::name).orElse(""))
                .query((row, n) -> finding(row))
                .list();
    }

    /** The first {@code rows} open findings whose number is larger than {@code key}. */
    List<Finding> after(short program, Optional<ReasonCode> code, long key, int rows) {
        return page("findings-after", program, code, key, rows);
    }

    /** The last {@code rows} open findings whose number is smaller, the largest first. */
    List<Finding> before(short program, Optional<ReasonCode> code, long key, int rows) {
        return page("findings-before", program, code, key, rows);
    }

    private List<Finding> page(
            String statement, short program, Optional<ReasonCode> code, long key, int rows) {
        return jdbc.sql(Sql.of(FindingStore.class, statement))
                .param("program", program)
                .param("code", code.map(Enum::name).orElse(""))
                .param("key", key)
                .param("rows", rows)
                .query((row, n) -> finding(row))
                .list();
    }

    List<Waiting> waiting(short program) {
        return jdbc.sql(Sql.of(FindingStore.class, "findings-waiting"))
                .param("program", program)
                .query((row, n) ->
                        new Waiting(
                                ReasonCode.valueOf(row.getString("code")),
                                row.getLong("count"),
                                row.getObject("oldest", LocalDate.class)))
                .list();
    }

    Optional<Finding> find(long findingNo) {
        return jdbc.sql(Sql.of(FindingStore.class, "one-finding"))
                .param("finding", findingNo)
                .query((row, n) -> finding(row))
                .optional();
    }

    List<Candidate> candidates(long findingNo) {
        return jdbc.sql(Sql.of(FindingStore.class, "candidates"))
                .param("finding", findingNo)
                .query((row, n) ->
                        new Candidate(
                                row.getString("resident_no"),
                                row.getString("household_no"),
                                row.getString("evidence")))
                .list();
    }

    void resolve(long findingNo, String decision, String person, String reason) {
        jdbc.sql(Sql.of(FindingStore.class, "resolve-finding"))
                .param("finding", findingNo)
                .param("decision", decision)
                .param("person", person)
                .param("reason", reason)
                .update();
    }

    /** The program a finding is about. */
    short program(long findingNo) {
        return jdbc.sql("SELECT program_id FROM finding WHERE finding_no = :finding")
                .param("finding", findingNo)
                .query(Short.class)
                .single();
    }

    /** Whether a payment of a resident has been in a file and did not come back. */
    boolean isPaid(short program, String residentNo) {
        return jdbc.sql(Sql.of(FindingStore.class, "is-paid"))
                .param("program", program)
                .param("resident", residentNo)
                .query(Boolean.class)
                .single();
    }

    /** Takes the entitlement of a person's second number for good; what was paid on it is lost. */
    void keepOneNumber(short program, String kept, String closed) {
        jdbc.sql(Sql.of(FindingStore.class, "keep-one-number"))
                .param("program", program)
                .param("kept", kept)
                .param("resident", closed)
                .update();
        jdbc.sql(Sql.of(FindingStore.class, "raise-lost"))
                .param("program", program)
                .query(Long.class)
                .single();
    }

    /**
     * Gives the number closed by this finding its entitlement back, as far as the register shows it
     * eligible, and raises the pair again; whether it was closed.
     */
    boolean partNumbers(long findingNo, String kept) {
        return jdbc.sql(Sql.of(FindingStore.class, "part-numbers"))
                        .param("finding", findingNo)
                        .param("kept", kept)
                        .update()
                == 1;
    }

    boolean inHousehold(long application, String residentNo) {
        return jdbc.sql(Sql.of(FindingStore.class, "in-household"))
                .param("application", application)
                .param("resident", residentNo)
                .query(Boolean.class)
                .single();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("finding_no"),
                ReasonCode.valueOf(row.getString("code")),
                row.getString("state"),
                id(row, "application_id"),
                row.getString("receipt_no"),
                id(row, "payment_no"),
                row.getString("household_no"),
                row.getString("resident_no"),
                row.getString("other_resident_no"),
                row.getString("detail"),
                row.getDate("raised_on").toLocalDate(),
                row.getString("decision"),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
