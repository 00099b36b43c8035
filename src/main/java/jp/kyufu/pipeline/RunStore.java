package jp.kyufu.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.kyufu.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of Spring Batch, read. */
@Repository
class RunStore {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Runs.Run> runs(long before, int limit) {
        return jdbc.sql(Sql.of(RunStore.class, "runs"))
                .param("before", before)
                .param("limit", limit)
                .query((row, n) ->
                        new Runs.Run(
                                row.getLong("run_no"),
                                row.getString("job"),
                                row.getString("status"),
                                time(row, "start_time"),
                                time(row, "end_time"),
                                row.getString("about"),
                                row.getString("person"),
                                row.getString("steps")))
                .list();
    }

    /** Spring Batch writes the time of the machine's own zone. */
    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null
                ? null
                : time.atZone(ZoneId.systemDefault()).withZoneSameInstant(TOKYO).toLocalDateTime();
    }
}
