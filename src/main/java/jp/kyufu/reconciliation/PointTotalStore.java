package jp.kyufu.reconciliation;

import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables point_total_file and point_total. */
@Component
class PointTotalStore {

    private final JdbcClient jdbc;

    PointTotalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AnswerFile.Received> received(byte[] sha256) {
        return jdbc.sql("SELECT received_at, received_by FROM point_total_file WHERE sha256 = :s")
                .param("s", sha256)
                .query((row, _) -> ResultStore.received(row))
                .optional();
    }

    /** Stores a file; empty if somebody else has stored the same bytes meanwhile. */
    Optional<Integer> add(AnswerFile answer, String person) {
        return jdbc.sql(Sql.of(PointTotalStore.class, "add-point-total-file"))
                .param("name", answer.name())
                .param("sha256", answer.sha256())
                .param("person", person)
                .query(Integer.class)
                .optional();
    }

    void add(int file, List<PointTotal> totals) {
        jdbc.sql(Sql.of(PointTotalStore.class, "add-point-totals"))
                .param("file", file)
                .param("programs", totals.stream().mapToInt(PointTotal::program).toArray())
                .param("days", totals.stream().map(t -> t.day().toString()).toArray(String[]::new))
                .param("granted", totals.stream().mapToInt(PointTotal::granted).toArray())
                .param("points", totals.stream().mapToLong(PointTotal::points).toArray())
                .param("failed", totals.stream().mapToInt(PointTotal::failed).toArray())
                .param("expired", totals.stream().mapToInt(PointTotal::expired).toArray())
                .update();
    }

    List<String> differing(int file) {
        return jdbc.sql(Sql.of(PointTotalStore.class, "point-totals-differing"))
                .param("file", file)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
