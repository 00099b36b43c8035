package jp.kyufu.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of application and receipt_conflict. Every change needs a transaction. */
@Component
class IntakeStore {

    private static final String CONFLICTS = "receipt_conflict (application_id, file_id, line)";

    private final JdbcClient jdbc;
    private final DataSource source;

    IntakeStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /**
     * Does something that only one process may do for a program at a time; others wait. The lock is
     * held by a connection of its own and ends with it, so that a killed process leaves none.
     */
    <T> T alone(short program, Supplier<T> work) {
        try (Connection connection = source.getConnection()) {
            lock(connection, "SELECT pg_advisory_lock(hashtext('intake'), ?)", program);
            try {
                return work.get();
            } finally {
                lock(connection, "SELECT pg_advisory_unlock(hashtext('intake'), ?)", program);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lock(Connection connection, String sql, short program) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, program);
            statement.execute();
        }
    }

    /** Which of some receipt numbers of a channel are taken, and by which application. */
    List<FirstReceipt> firsts(short program, String channel, List<String> numbers) {
        return jdbc.sql(Sql.of(IntakeStore.class, "first-receipts"))
                .param("program", program)
                .param("channel", channel)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> first(row))
                .list();
    }

    void insert(List<CopyBuffer> applications) {
        CopyIn.copy(source, ApplicationRows.TARGET, applications);
    }

    void insertConflicts(int fileId, List<ApplicationStage.Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            return;
        }
        CopyBuffer buffer = new CopyBuffer();
        for (ApplicationStage.Conflict conflict : conflicts) {
            buffer.row(3).int8(conflict.applicationId()).int4(fileId).int8(conflict.line());
        }
        CopyIn.copy(source, CONFLICTS, List.of(buffer));
    }

    /** Rows of an upload that contradict an application received before. */
    long conflicts(int fileId) {
        return jdbc.sql("SELECT count(*) FROM receipt_conflict WHERE file_id = :file")
                .param("file", fileId)
                .query(Long.class)
                .single();
    }

    private static FirstReceipt first(ResultSet row) throws SQLException {
        return new FirstReceipt(
                row.getString("receipt_no"),
                row.getLong("application_id"),
                row.getBytes("content_digest"),
                row.getInt("file_id"),
                row.getString("open_file"));
    }
}
