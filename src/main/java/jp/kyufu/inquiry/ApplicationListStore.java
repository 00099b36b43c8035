package jp.kyufu.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kyufu.database.Sql;
import jp.kyufu.inquiry.ApplicationList.Event;
import jp.kyufu.inquiry.ApplicationList.Filter;
import jp.kyufu.inquiry.ApplicationList.Row;
import jp.kyufu.inquiry.ApplicationList.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of applications, and all about one. */
@Repository
class ApplicationListStore {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    ApplicationListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> after(short program, Filter filter, long key, int rows) {
        return statement(statement(filter), program, filter, key, rows)
                .query((row, _) -> row(row))
                .list();
    }

    List<Row> before(short program, Filter filter, long key, int rows) {
        String backwards =
                statement(filter)
                        .replace("application_id > :key", "application_id < :key")
                        .replaceFirst("ORDER BY (\\w)\\.application_id", "$0 DESC");
        return statement(backwards, program, filter, key, rows).query((row, _) -> row(row)).list();
    }

    /** Gives all of them; needs a transaction. */
    long each(short program, Filter filter, Consumer<Row> rows) {
        try (Stream<Row> all =
                statement(statement(filter), program, filter, Long.MIN_VALUE, Integer.MAX_VALUE)
                        .withFetchSize(FETCH)
                        .query((row, _) -> row(row))
                        .stream()) {
            return all.peek(rows).count();
        }
    }

    private static String statement(Filter filter) {
        return Sql.of(
                ApplicationListStore.class,
                switch (filter.state()) {
                    case "" -> "list";
                    case "NEW" -> "list-new";
                    default -> "list-of-state";
                });
    }

    private JdbcClient.StatementSpec statement(
            String sql, short program, Filter filter, long key, int rows) {
        return jdbc.sql(sql)
                .param("program", program)
                .param("state", filter.state())
                .param("channel", filter.channel())
                .param("key", key)
                .param("rows", rows);
    }

    Map<String, Long> counts(short program) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(Sql.of(ApplicationListStore.class, "list-counts"))
                .param("program", program)
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("count"));
                });
        return counts;
    }

    List<String> channels(short program) {
        return jdbc.sql(Sql.of(ApplicationListStore.class, "list-channels"))
                .param("program", program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    Optional<Standing> standing(short program, long application) {
        return jdbc.sql(Sql.of(ApplicationListStore.class, "record"))
                .param("program", program)
                .param("application", application)
                .query((row, _) ->
                        new Standing(
                                row(row),
                                row.getObject("residents", Integer.class),
                                row.getString("duplicate_of"),
                                row.getObject("duplicate_id", Long.class)))
                .optional();
    }

    List<Event> events(long application) {
        return jdbc.sql(Sql.of(ApplicationListStore.class, "events"))
                .param("application", application)
                .query((row, _) ->
                        new Event(
                                row.getObject("at", OffsetDateTime.class),
                                Event.Kind.valueOf(row.getString("kind")),
                                row.getString("what"),
                                row.getString("state"),
                                row.getObject("no", Long.class),
                                row.getObject("amount", Long.class),
                                row.getString("rail"),
                                row.getString("person"),
                                row.getString("why")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("application_id"),
                row.getString("receipt_no"),
                row.getString("channel"),
                row.getObject("received_at", LocalDateTime.class),
                row.getString("state"),
                Arrays.asList((String[]) row.getArray("codes").getArray()),
                row.getString("household_no"),
                row.getString("resident_no"),
                row.getString("method"),
                row.getString("rail"),
                row.getObject("amount", Long.class),
                row.getBoolean("guarded"));
    }
}
