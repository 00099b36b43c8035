package jp.kyufu.inquiry;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.inquiry.Households.Act;
import jp.kyufu.inquiry.Households.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What {@link Households} reads: a few rows each. */
@Repository
class HouseholdFileStore {

    private final JdbcClient jdbc;

    HouseholdFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> household(long application) {
        return jdbc.sql(Sql.of(HouseholdFileStore.class, "household-of"))
                .param("application", application)
                .query(String.class)
                .optional();
    }

    List<Share> shares(Collection<Long> applications) {
        return jdbc.sql(Sql.of(HouseholdFileStore.class, "household-shares"))
                .param("applications", applications.toArray(Long[]::new))
                .query((row, _) ->
                        new Share(
                                row.getLong("payment_no"),
                                row.getString("resident_no"),
                                row.getLong("application_id"),
                                row.getString("receipt_no"),
                                row.getInt("attempt"),
                                row.getInt("correction"),
                                row.getString("rail"),
                                row.getLong("amount"),
                                row.getString("state"),
                                row.getObject("file_no", Integer.class),
                                row.getObject("since", OffsetDateTime.class)))
                .list();
    }

    List<Long> findings(
            short program,
            String household,
            Collection<String> members,
            Collection<Long> applications,
            Collection<Long> payments) {
        return jdbc.sql(Sql.of(HouseholdFileStore.class, "household-findings"))
                .param("program", program)
                .param("household", household)
                .param("members", members.toArray(String[]::new))
                .param("applications", applications.toArray(Long[]::new))
                .param("payments", payments.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<Act> acts(Collection<String> objects, int most) {
        return jdbc.sql(Sql.of(HouseholdFileStore.class, "household-acts"))
                .param("objects", objects.toArray(String[]::new))
                .param("most", most)
                .query((row, _) ->
                        new Act(
                                row.getLong("seq"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("person"),
                                row.getString("act"),
                                row.getString("object"),
                                row.getString("detail")))
                .list();
    }
}
