package jp.kyufu.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of intake_file and intake_reject. Every change needs a transaction. */
@Component
class UploadStore {

    private static final String REJECTS =
            "intake_reject (file_id, line, code, column_name, args, sealed)";

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final DataSource source;

    UploadStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** An upload as it is stored. */
    record Received(
            int fileId,
            String name,
            Instant at,
            String by,
            boolean isComplete,
            Checkpoint checkpoint) {}

    /** A fault of a row, as it is stored. */
    record Rejected(String file, Encoding encoding, long line, Reject reject, byte[] sealed) {}

    /** Stores a file unless its bytes are there for the same kind and program. */
    void insert(UploadedFile file, Submission submission, Instant at) {
        jdbc.sql(Sql.of(UploadStore.class, "insert-file"))
                .param("program", submission.program().orElse(null))
                .param("kind", submission.kind().name())
                .param("name", file.name())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("bytes", file.bytes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", submission.person())
                .param("encoding", file.encoding())
                .param("offset", file.rowsOffset())
                .param("line", file.rowsLine())
                .update();
    }

    /** The upload of these bytes, which must be there. */
    Received find(String sha256, Submission submission) {
        return jdbc.sql(Sql.of(UploadStore.class, "find-file"))
                .param("program", submission.program().orElse(null))
                .param("kind", submission.kind().name())
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query((row, number) -> received(row))
                .single();
    }

    /**
     * Keeps every other process from storing rows of this file until the transaction ends; refuses
     * if the checkpoint is not where this one has left it, because another reads the same file.
     */
    void lock(int fileId, Checkpoint at) {
        boolean locked =
                jdbc.sql(Sql.of(UploadStore.class, "lock-file"))
                        .param("file", fileId)
                        .param("offset", at.offset())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!locked) {
            throw new Refusal("upload.elsewhere", fileId);
        }
    }

    /** Moves the checkpoint of a locked file. */
    void advance(int fileId, Checkpoint to) {
        jdbc.sql(Sql.of(UploadStore.class, "advance-file"))
                .param("file", fileId)
                .param("offset", to.offset())
                .param("line", to.line())
                .param("accepted", to.accepted())
                .param("repeated", to.repeated())
                .param("rejected", to.rejected())
                .update();
    }

    /** Counts rows that were stored at once. */
    void accept(int fileId, long rows) {
        jdbc.sql("UPDATE intake_file SET rows_accepted = :rows WHERE file_id = :file")
                .param("rows", rows)
                .param("file", fileId)
                .update();
    }

    void insertRejects(int fileId, List<Rejects.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        CopyBuffer buffer = new CopyBuffer();
        for (Rejects.Row row : rows) {
            buffer.row(6)
                    .int4(fileId)
                    .int8(row.line())
                    .text(row.reject().code().name())
                    .text(row.reject().column())
                    .textArray(row.reject().args())
                    .bytes(row.sealed());
        }
        CopyIn.copy(source, REJECTS, List.of(buffer));
    }

    /** Completes an upload and gives its number; refuses if another process has done so. */
    long complete(int fileId, Instant at) {
        return jdbc.sql(Sql.of(UploadStore.class, "complete-file"))
                .param("file", fileId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal("upload.elsewhere", fileId));
    }

    /** Gives each fault of each rejected row; needs a transaction. Returns their number. */
    long eachReject(short program, Consumer<Rejected> rejects) {
        try (Stream<Rejected> rows =
                jdbc
                        .sql(Sql.of(UploadStore.class, "find-rejects"))
                        .param("program", program)
                        .withFetchSize(FETCH)
                        .query((row, number) -> rejected(row))
                        .stream()) {
            return rows.peek(rejects).mapToLong(row -> 1).sum();
        }
    }

    static Rejected rejected(ResultSet row) throws SQLException {
        String[] args = (String[]) row.getArray("args").getArray();
        Reject reject =
                new Reject(
                        row.getString("column_name"),
                        ReasonCode.valueOf(row.getString("code")),
                        List.of(args));
        return new Rejected(
                row.getString("name"),
                Encoding.valueOf(row.getString("encoding")),
                row.getLong("line"),
                reject,
                row.getBytes("sealed"));
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getInt("file_id"),
                row.getString("name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                row.getObject("completed_seq") != null,
                new Checkpoint(
                        row.getLong("next_offset"),
                        row.getLong("next_line"),
                        row.getLong("rows_accepted"),
                        row.getLong("rows_repeated"),
                        row.getLong("rows_rejected")));
    }
}
