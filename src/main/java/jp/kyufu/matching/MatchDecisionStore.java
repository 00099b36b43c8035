package jp.kyufu.matching;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.matching.MatchDecisions.LastDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table match_decision. */
final class MatchDecisionStore {

    private final JdbcClient jdbc;

    MatchDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a payment of the application has been in a file. */
    boolean isInFile(long application) {
        return jdbc.sql(Sql.of(MatchDecisionStore.class, "in-file"))
                .param("application", application)
                .query(Boolean.class)
                .single();
    }

    /** Received applications of this receipt number. */
    List<Long> applications(short program, String receiptNo, @Nullable String channel) {
        return jdbc.sql(Sql.of(MatchDecisionStore.class, "receipts"))
                .param("program", program)
                .param("receipt", receiptNo)
                .param("channel", channel, Types.VARCHAR)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    Optional<LastDecision> lastOf(short program, String person) {
        return jdbc.sql(Sql.of(MatchDecisionStore.class, "last-decision"))
                .param("program", program)
                .param("person", person)
                .query((row, _) ->
                        new LastDecision(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class)))
                .optional();
    }

    /** The receipt number of an application, if it was received with one. */
    Optional<String> receipt(long application) {
        return jdbc.sql("SELECT receipt_no FROM received_application WHERE application_id = :id")
                .param("id", application)
                .query(String.class)
                .optional();
    }

    boolean knowsResident(String residentNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM current_resident WHERE resident_no = :no)")
                .param("no", residentNo)
                .query(Boolean.class)
                .single();
    }

    /** Whether the application was received; then the decision is kept. */
    boolean insert(
            long application,
            String verdict,
            @Nullable String residentNo,
            String person,
            Instant at,
            String reason) {
        return jdbc.sql(Sql.of(MatchDecisionStore.class, "insert-decision"))
                        .param("application", application)
                        .param("verdict", verdict)
                        .param("resident", residentNo)
                        .param("person", person)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Whether there was a decision to take back. */
    boolean revoke(long application, String person, Instant at) {
        return jdbc.sql(Sql.of(MatchDecisionStore.class, "revoke-decision"))
                        .param("application", application)
                        .param("person", person)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
