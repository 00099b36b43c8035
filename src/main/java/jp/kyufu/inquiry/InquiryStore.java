package jp.kyufu.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries behind an inquiry: a few rows each, all by index. */
@Repository
class InquiryStore {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;

    InquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Story> stories(short program, String receiptNo) {
        return jdbc.sql(Sql.of(InquiryStore.class, "application"))
                .param("program", program)
                .param("receipt", receiptNo)
                .query((row, n) -> story(row))
                .list();
    }

    private Story story(ResultSet row) throws SQLException {
        long application = row.getLong("application_id");
        return new Story(
                row.getString("receipt_no"),
                row.getString("channel"),
                row.getObject("received_at", LocalDateTime.class),
                row.getString("file_name"),
                row.getString("state"),
                List.of((String[]) row.getArray("codes").getArray()),
                row.getString("household_no"),
                row.getString("resident_no"),
                row.getString("method"),
                row.getString("rail"),
                row.getObject("amount", Long.class),
                row.getObject("residents", Integer.class),
                row.getString("duplicate_of"),
                movements(application),
                findings(application),
                elsewhere(application),
                row.getBoolean("guarded"));
    }

    private List<Story.Elsewhere> elsewhere(long application) {
        return jdbc.sql(Sql.of(InquiryStore.class, "elsewhere"))
                .param("application", application)
                .query((row, n) ->
                        new Story.Elsewhere(
                                row.getString("resident_no"),
                                row.getString("program"),
                                row.getBoolean("round"),
                                row.getString("state"),
                                row.getString("receipt_no"),
                                row.getString("applicant"),
                                row.getBoolean("apart")))
                .list();
    }

    private List<Story.Movement> movements(long application) {
        return jdbc.sql(Sql.of(InquiryStore.class, "movements"))
                .param("application", application)
                .query((row, n) ->
                        new Story.Movement(
                                row.getLong("payment_no"),
                                row.getInt("attempt"),
                                row.getString("rail"),
                                row.getLong("amount"),
                                row.getString("last3"),
                                row.getString("to_state"),
                                row.getObject("at", OffsetDateTime.class)
                                        .atZoneSameInstant(TOKYO)
                                        .toLocalDateTime(),
                                row.getString("person"),
                                row.getString("act"),
                                row.getString("why"),
                                row.getString("cause")))
                .list();
    }

    private List<Story.Remark> findings(long application) {
        return jdbc.sql(Sql.of(InquiryStore.class, "findings"))
                .param("application", application)
                .query((row, n) ->
                        new Story.Remark(
                                row.getLong("finding_no"),
                                row.getString("code"),
                                row.getString("state"),
                                row.getString("decision"),
                                row.getString("decided_by"),
                                row.getString("reason")))
                .list();
    }
}
