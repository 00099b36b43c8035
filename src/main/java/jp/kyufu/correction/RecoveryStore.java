package jp.kyufu.correction;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables recovery_case, recovery_request and recovery_entry, and the functions behind them. */
@Component
class RecoveryStore {

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RecoveryCase> list(Program program) {
        return list(program, null);
    }

    /** Those of the claim that a payment is of. */
    List<RecoveryCase> ofClaim(Program program, long paymentNo) {
        return list(program, paymentNo);
    }

    private List<RecoveryCase> list(Program program, @Nullable Long paymentNo) {
        return jdbc.sql(Sql.of(RecoveryStore.class, "cases"))
                .param("program", program.id())
                .param("payment", paymentNo, Types.BIGINT)
                .query((row, _) ->
                        new RecoveryCase(
                                row.getInt("case_no"),
                                row.getLong("payment_no"),
                                row.getString("resident_no"),
                                Rail.valueOf(row.getString("rail")),
                                row.getString("change"),
                                row.getLong("amount"),
                                row.getLong("paid"),
                                row.getLong("written_off"),
                                row.getLong("owed"),
                                row.getLong("balance"),
                                RecoveryCase.State.valueOf(row.getString("state")),
                                row.getObject("business_day", LocalDate.class),
                                row.getString("person"),
                                row.getString("why"),
                                row.getString("evidence")))
                .list();
    }

    List<RecoveryCase.Entry> entries(int caseNo) {
        return jdbc.sql(Sql.of(RecoveryStore.class, "entries"))
                .param("case", caseNo)
                .query((row, _) ->
                        new RecoveryCase.Entry(
                                row.getString("kind"),
                                row.getLong("amount"),
                                row.getObject("dated", LocalDate.class),
                                row.getObject("business_day", LocalDate.class),
                                row.getString("person"),
                                row.getString("requested_by"),
                                row.getString("evidence")))
                .list();
    }

    List<RecoveryCase.Request> waiting(int caseNo) {
        return jdbc.sql("SELECT * FROM open_recovery_request WHERE case_no = :case")
                .param("case", caseNo)
                .query((row, _) ->
                        new RecoveryCase.Request(
                                row.getInt("request_no"),
                                row.getInt("case_no"),
                                row.getString("kind"),
                                row.getLong("amount"),
                                row.getString("person"),
                                row.getString("reason"),
                                row.getString("evidence")))
                .list();
    }

    void paid(
            int caseNo,
            long amount,
            LocalDate dated,
            LocalDate today,
            String person,
            String evidence) {
        jdbc.sql(Sql.of(RecoveryStore.class, "paid"))
                .param("case", caseNo)
                .param("amount", amount)
                .param("dated", dated)
                .param("today", today)
                .param("person", person)
                .param("evidence", evidence)
                .query(String.class)
                .optional();
    }

    int ask(
            int caseNo,
            Recoveries.Kind kind,
            Optional<Long> amount,
            LocalDate today,
            String person,
            String reason,
            String evidence) {
        return jdbc.sql(Sql.of(RecoveryStore.class, "ask"))
                .param("case", caseNo)
                .param("kind", kind.name())
                .param("amount", amount.orElse(null), Types.BIGINT)
                .param("today", today)
                .param("person", person)
                .param("reason", reason)
                .param("evidence", evidence)
                .query(Integer.class)
                .single();
    }

    int confirm(int requestNo, LocalDate today, String person) {
        return jdbc.sql("SELECT do_recovery(:request, :today, :person)")
                .param("request", requestNo)
                .param("today", today)
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    int follow(Program program, LocalDate today, String person, String cause) {
        return jdbc.sql("SELECT follow_recoveries(:program, :today, :person, :cause)")
                .param("program", program.id())
                .param("today", today)
                .param("person", person)
                .param("cause", cause)
                .query(Integer.class)
                .single();
    }
}
