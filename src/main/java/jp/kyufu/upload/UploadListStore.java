package jp.kyufu.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kyufu.database.Sql;
import jp.kyufu.upload.GivenUpFiles.GivenUp;
import jp.kyufu.upload.UploadLists.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of intake_file and intake_reject. */
@Repository
class UploadListStore {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    UploadListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Upload> uploads(String statement, @Nullable Short program, long key, int rows) {
        return jdbc.sql(Sql.of(UploadListStore.class, statement))
                .param("program", program, java.sql.Types.SMALLINT)
                .param("key", key)
                .param("rows", rows)
                .query((row, _) -> upload(row))
                .list();
    }

    Optional<Upload> upload(int fileId) {
        return jdbc.sql(Sql.of(UploadListStore.class, "one-upload"))
                .param("file", fileId)
                .query((row, _) -> upload(row))
                .optional();
    }

    List<Long> lines(String statement, int fileId, long key, int rows) {
        return jdbc.sql(Sql.of(UploadListStore.class, statement))
                .param("file", fileId)
                .param("key", key)
                .param("rows", rows)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Gives the faults between two lines; needs a transaction where they are many. */
    void eachFault(int fileId, long from, long to, Consumer<UploadStore.Rejected> faults) {
        try (Stream<UploadStore.Rejected> rows =
                jdbc
                        .sql(Sql.of(UploadListStore.class, "rejects-between"))
                        .param("file", fileId)
                        .param("from", from)
                        .param("to", to)
                        .withFetchSize(FETCH)
                        .query((row, _) -> UploadStore.rejected(row))
                        .stream()) {
            rows.forEach(faults);
        }
    }

    List<GivenUp> givenUp(int rows) {
        return jdbc.sql(Sql.of(UploadListStore.class, "given-up"))
                .param("rows", rows)
                .query((row, _) ->
                        new GivenUp(
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("person"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("reason"),
                                row.getObject("file_id", Integer.class)))
                .list();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getInt("file_id"),
                Submission.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getString("received_by"),
                row.getLong("rows_accepted"),
                row.getLong("rows_repeated"),
                row.getLong("rows_rejected"),
                row.getObject("completed_at", OffsetDateTime.class),
                row.getLong("next_offset"));
    }
}
