package jp.kyufu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of {@code COPY (...) TO STDOUT (FORMAT binary)}, fetched when the caller wants the next: two
 * ordered streams can be merged. While it is open the connection can do nothing else.
 */
public final class CopyCursor implements AutoCloseable {

    /** Eleven bytes of signature, four of flags, four of the length of an extension. */
    private static final int HEADER = 19;

    private final CopyOut copy;
    private final String select;
    private final CopyRow row = new CopyRow();
    private byte @Nullable [] message;
    private int at;

    private boolean begun;

    private CopyCursor(CopyOut copy, String select) {
        this.copy = copy;
        this.select = select;
    }

    /**
     * Begins to read {@code select}, its named parameters set in as literals. Does not wait for the
     * first row: the server works on it while the caller opens another cursor.
     */
    public static CopyCursor open(Connection connection, String select, Map<String, ?> parameters) {
        try {
            return new CopyCursor(
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "COPY ("
                                            + CopyReader.bind(select, parameters)
                                            + "\n) TO STDOUT (FORMAT binary)"),
                    select);
        } catch (SQLException e) {
            throw CopyErrors.translate(select, e);
        }
    }

    /** The next row, valid until the next call; null after the last. */
    public @Nullable CopyRow next() {
        try {
            if (!begun) {
                begun = true;
                message = copy.readFromCopy();
                at = HEADER;
            }
            while (message != null) {
                if (at < message.length) {
                    at = row.take(message, at);
                    if (at >= 0) {
                        return row;
                    }
                    at = Integer.MAX_VALUE; // the trailer; the driver still reads the end
                }
                message = copy.readFromCopy();
                at = 0;
            }
            return null;
        } catch (SQLException e) {
            throw CopyErrors.translate(select, e);
        }
    }

    /** Reads what nobody wanted: a cancel could hit the next statement of the connection. */
    @Override
    public void close() {
        try {
            while (copy.isActive() && copy.readFromCopy() != null) {
                // dropped
            }
        } catch (SQLException e) {
            throw CopyErrors.translate(select, e);
        }
    }
}
