package jp.kyufu.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.kyufu.database.Sql;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
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

    /**
     * Until the transaction ends, statements keep the plan they have: to plan one of these anew for
     * each search takes three times as long as to run it.
     */
    void keepPlans() {
        jdbc.sql("SET LOCAL plan_cache_mode = force_generic_plan").update();
    }

    /** Ids of the applications with this receipt number. */
    long[] withReceipt(short program, String receiptNo) {
        return jdbc
                .sql(Sql.of(InquiryStore.class, "by-receipt"))
                .param("program", program)
                .param("receipt", receiptNo)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Where these applications stand. */
    List<Standing> standings(long... ids) {
        return jdbc.sql(Sql.of(InquiryStore.class, "application"))
                .param("ids", ids)
                .query((row, _) -> standing(row))
                .list();
    }

    List<Story> stories(short program, String receiptNo) {
        return standings(withReceipt(program, receiptNo)).stream()
                .map(standing ->
                        standing.story(
                                movements(standing.id()),
                                findings(standing.id()),
                                elsewhere(standing.id())))
                .toList();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("application_id"),
                row.getString("receipt_no"),
                row.getString("channel"),
                row.getObject("received_at", LocalDateTime.class),
                row.getString("file_name"),
                row.getString("state"),
                List.of((String[]) row.getArray("codes").getArray()),
                row.getString("household_no"),
                row.getString("resident_no"),
                row.getString("method"),
                word(Rail.class, row.getString("rail")),
                row.getObject("amount", Long.class),
                row.getObject("residents", Integer.class),
                row.getString("duplicate_of"),
                row.getBoolean("guarded"),
                row.getBoolean("open"),
                row.getString("payment_state") == null ? null : payment(row));
    }

    private static Standing.Payment payment(ResultSet row) throws SQLException {
        return new Standing.Payment(
                PaymentState.valueOf(row.getString("payment_state")),
                Rail.valueOf(row.getString("payment_rail")),
                row.getLong("payment_amount"),
                word(FileState.class, row.getString("file_state")),
                row.getObject("pay_date", LocalDate.class),
                row.getBoolean("stopped"),
                row.getString("last3"),
                inJapan(row, "since"));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static LocalDateTime inJapan(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(TOKYO)
                .toLocalDateTime();
    }

    List<Story.Elsewhere> elsewhere(long application) {
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

    List<Story.Movement> movements(long application) {
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
                                inJapan(row, "at"),
                                row.getString("person"),
                                row.getString("act"),
                                row.getString("why"),
                                row.getString("cause")))
                .list();
    }

    /** Where an application came to stand at assessments, in words. */
    List<Case.Event> assessed(long application) {
        return jdbc.sql(Sql.of(InquiryStore.class, "assessed"))
                .param("application", application)
                .query((row, _) ->
                        new Case.Event(
                                inJapan(row, "at"),
                                Sentence.of("inquiry.happened.state." + row.getString("state"))))
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
