package jp.kyufu.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads findings about payments that came back, with their payments. */
@Component
class ReturnListStore {

    private final JdbcClient jdbc;

    ReturnListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReturnedPayment> waiting(Program program, Optional<String> reason, long after, int rows) {
        return query("returned-list")
                .param("program", program.id())
                .param("why", reason.orElse(null), Types.VARCHAR)
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> returned(row))
                .list();
    }

    Map<String, Integer> reasons(Program program) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        query("returned-reasons")
                .param("program", program.id())
                .query(row -> {
                    reasons.put(row.getString(1), row.getInt(2));
                });
        return reasons;
    }

    Optional<ReturnedPayment> one(Program program, long paymentNo) {
        return query("returned-one")
                .param("program", program.id())
                .param("payment", paymentNo)
                .query((row, _) -> returned(row))
                .optional();
    }

    List<ReturnedPayment.Attempt> attempts(Program program, long paymentNo) {
        Map<Long, ReturnedPayment.Attempt> attempts = new LinkedHashMap<>();
        query("attempts")
                .param("program", program.id())
                .param("payment", paymentNo)
                .query(row -> {
                    long number = row.getLong("payment_no");
                    if (!attempts.containsKey(number)) {
                        attempts.put(number, attempt(row));
                    }
                    attempts.get(number).moves().add(move(row));
                });
        return List.copyOf(attempts.values());
    }

    private static ReturnedPayment returned(ResultSet row) throws SQLException {
        return new ReturnedPayment(
                row.getLong("payment_no"),
                row.getLong("application_id"),
                row.getString("receipt_no"),
                Rail.valueOf(row.getString("rail")),
                row.getLong("amount"),
                row.getInt("residents"),
                row.getInt("attempt"),
                PaymentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("finding_no", Long.class)),
                Optional.ofNullable(row.getString("detail")),
                Optional.ofNullable(row.getObject("raised_on", LocalDate.class)));
    }

    private static ReturnedPayment.Attempt attempt(ResultSet row) throws SQLException {
        return new ReturnedPayment.Attempt(
                row.getLong("payment_no"),
                row.getInt("attempt"),
                Rail.valueOf(row.getString("rail")),
                row.getLong("amount"),
                PaymentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("last3")),
                Optional.ofNullable(row.getString("changed_by")),
                Optional.ofNullable(row.getString("changed_why")),
                new ArrayList<>());
    }

    private static ReturnedPayment.Move move(ResultSet row) throws SQLException {
        return new ReturnedPayment.Move(
                PaymentState.valueOf(row.getString("to_state")),
                row.getObject("business_day", LocalDate.class),
                row.getString("person"),
                row.getString("cause"),
                row.getString("why"));
    }

    private JdbcClient.StatementSpec query(String statement) {
        return jdbc.sql(Sql.of(ReturnListStore.class, statement));
    }
}
