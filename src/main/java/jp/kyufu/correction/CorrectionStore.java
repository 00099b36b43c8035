package jp.kyufu.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table correction, and the function of the ledger behind it. */
@Component
class CorrectionStore {

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOf(Program program, long paymentNo) {
        return jdbc.sql("SELECT count(*) FROM payment WHERE payment_no = ? AND program_id = ?")
                        .param(paymentNo)
                        .param(program.id())
                        .query(Long.class)
                        .single()
                == 1;
    }

    int correct(
            long paymentNo,
            List<String> declines,
            List<String> claims,
            LocalDate today,
            String person,
            String reason,
            String evidence) {
        return jdbc.sql(Sql.of(CorrectionStore.class, "correct-claim"))
                .param("payment", paymentNo)
                .param("declines", declines.toArray(String[]::new))
                .param("claims", claims.toArray(String[]::new))
                .param("today", today)
                .param("person", person)
                .param("reason", reason)
                .param("evidence", evidence)
                .query(Integer.class)
                .single();
    }

    List<Correction> list(Program program) {
        return list(program, null);
    }

    /** Those of the claim that a payment is of. */
    List<Correction> ofClaim(Program program, long paymentNo) {
        return list(program, paymentNo);
    }

    private List<Correction> list(Program program, @Nullable Long paymentNo) {
        Map<String, Correction> corrections = new LinkedHashMap<>();
        jdbc.sql(Sql.of(CorrectionStore.class, "corrections"))
                .param("program", program.id())
                .param("payment", paymentNo, Types.BIGINT)
                .query(row -> {
                    String key = row.getLong("application_id") + " " + row.getInt("correction");
                    Correction one = corrections.get(key);
                    if (one == null) {
                        one = correction(row);
                        corrections.put(key, one);
                    }
                    one.changes().add(change(row));
                });
        return List.copyOf(corrections.values());
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("correction"),
                row.getString("receipt_no"),
                row.getLong("payment_no"),
                new ArrayList<>(),
                row.getObject("top_up", Long.class),
                row.getObject("business_day", LocalDate.class),
                row.getString("person"),
                row.getString("why"),
                row.getString("evidence"));
    }

    private static Correction.Change change(ResultSet row) throws SQLException {
        return new Correction.Change(
                row.getString("resident_no"),
                row.getString("change"),
                row.getLong("difference"),
                row.getObject("case_no", Integer.class));
    }
}
