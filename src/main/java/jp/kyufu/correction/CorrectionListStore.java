package jp.kyufu.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads corrections a page at a time, and the claim behind a payment. */
@Component
class CorrectionListStore {

    private final JdbcClient jdbc;

    CorrectionListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CorrectionLine> page(
            Program program, Optional<CorrectionLine.Direction> direction, long before, int rows) {
        return jdbc.sql(Sql.of(CorrectionListStore.class, "correction-page"))
                .param("program", program.id())
                .param("direction", direction.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> line(row))
                .list();
    }

    PaidClaim claim(Program program, long paymentNo) {
        boolean[] guarded = {false};
        List<PaidClaim.Member> members = new ArrayList<>();
        jdbc.sql(Sql.of(CorrectionListStore.class, "claim"))
                .param("program", program.id())
                .param("payment", paymentNo)
                .query(row -> {
                    guarded[0] |= row.getBoolean("guarded");
                    members.add(member(row));
                });
        return new PaidClaim(guarded[0], guarded[0] ? List.of() : List.copyOf(members));
    }

    private static CorrectionLine line(ResultSet row) throws SQLException {
        return new CorrectionLine(
                row.getLong("posting_id"),
                row.getInt("correction"),
                row.getString("receipt_no"),
                row.getLong("payment_no"),
                Rail.valueOf(row.getString("rail")),
                row.getInt("members"),
                row.getLong("up"),
                row.getLong("down"),
                Optional.ofNullable(row.getObject("top_up", Long.class)),
                row.getInt("cases"),
                row.getObject("business_day", LocalDate.class),
                row.getString("person"));
    }

    private static PaidClaim.Member member(ResultSet row) throws SQLException {
        return new PaidClaim.Member(
                row.getString("resident_no"),
                row.getBoolean("declined"),
                row.getBoolean("entitled"),
                Optional.ofNullable(row.getString("state")).map(PaymentState::valueOf),
                row.getLong("kept"));
    }
}
