package jp.kyufu.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.kyufu.assessment.Review.Other;
import jp.kyufu.assessment.Review.Resident;
import jp.kyufu.database.Sql;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What {@link Review} reads: a few rows each. */
@Repository
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An application with its form as ciphertext. */
    record Row(
            Review.Application application,
            byte[] sealed,
            boolean apart,
            boolean candidateProtected) {}

    /** The application whose payment this is. */
    long applicationOf(long paymentNo) {
        return jdbc.sql("SELECT application_id FROM payment WHERE payment_no = :payment")
                .param("payment", paymentNo)
                .query(Long.class)
                .single();
    }

    Optional<Row> application(short program, long application) {
        return jdbc.sql(Sql.of(ReviewStore.class, "review-application"))
                .param("program", program)
                .param("application", application)
                .query((row, _) ->
                        new Row(
                                application(row),
                                row.getBytes("sealed"),
                                row.getBoolean("apart"),
                                row.getBoolean("candidate_protected")))
                .optional();
    }

    private static Review.Application application(ResultSet row) throws SQLException {
        return new Review.Application(
                row.getLong("application_id"),
                row.getString("receipt_no"),
                row.getString("channel"),
                row.getObject("received_at", LocalDateTime.class),
                row.getString("file_name"),
                row.getString("resident_no"),
                row.getString("method"),
                row.getString("household_no"),
                row.getString("state"),
                codes(row),
                row.getString("rail"),
                row.getObject("amount", Long.class),
                texts(row, "declined"),
                row.getString("duplicate_of"),
                row.getBoolean("fixed"));
    }

    List<Resident> residents(short program, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(Sql.of(ReviewStore.class, "review-residents"))
                .param("program", program)
                .param("residents", numbers.toArray(String[]::new))
                .query((row, _) ->
                        new Resident(
                                row.getString("resident_no"),
                                row.getString("household_no"),
                                row.getString("name"),
                                row.getString("kana"),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("sex"),
                                row.getString("relation"),
                                row.getBoolean("head"),
                                row.getString("address"),
                                row.getObject("resident_from", LocalDate.class),
                                row.getString("left_reason"),
                                row.getObject("left_on", LocalDate.class),
                                row.getBoolean("protected"),
                                row.getString("claims_with"),
                                row.getBoolean("entitled")))
                .list();
    }

    List<Other> related(short program, long application, @Nullable String household) {
        return jdbc.sql(Sql.of(ReviewStore.class, "review-related"))
                .param("program", program)
                .param("application", application)
                .param("household", household, java.sql.Types.VARCHAR)
                .query((row, _) ->
                        new Other(
                                row.getLong("application_id"),
                                row.getString("receipt_no"),
                                row.getString("channel"),
                                row.getObject("received_at", LocalDateTime.class),
                                row.getString("state"),
                                codes(row),
                                row.getString("rail"),
                                row.getObject("amount", Long.class),
                                row.getString("household_no"),
                                row.getBoolean("elsewhere")))
                .list();
    }

    /** File and line of rows that contradict an application. */
    List<Review.Line> conflicts(long application) {
        return jdbc.sql(Sql.of(ReviewStore.class, "review-conflicts"))
                .param("application", application)
                .query((row, _) -> new Review.Line(row.getString(1), row.getLong(2)))
                .list();
    }

    private static List<ReasonCode> codes(ResultSet row) throws SQLException {
        return texts(row, "codes").stream().map(ReasonCode::valueOf).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
