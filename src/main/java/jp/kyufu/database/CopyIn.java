package jp.kyufu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import javax.sql.DataSource;
import jp.kyufu.value.Check;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * One {@code COPY ... FROM STDIN (FORMAT binary)}: rows of {@link CopyBuffer}s streamed into a
 * table. While it is open the connection can do nothing else. Closing it unfinished cancels it and
 * so fails the transaction.
 */
public final class CopyIn implements AutoCloseable {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

    private final org.postgresql.copy.CopyIn copy;
    private final String target;

    private CopyIn(org.postgresql.copy.CopyIn copy, String target) {
        this.copy = copy;
        this.target = target;
    }

    /** Begins a COPY into {@code target}, a table with its columns: {@code resident (a, b)}. */
    public static CopyIn open(Connection connection, String target) {
        try {
            CopyIn in =
                    new CopyIn(
                            connection
                                    .unwrap(PGConnection.class)
                                    .getCopyAPI()
                                    .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)"),
                            target);
            in.copy.writeToCopy(HEADER, 0, HEADER.length);
            return in;
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    /** Sends the rows of a buffer, which the caller may then clear and use again. */
    public void write(CopyBuffer buffer) {
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.size());
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    /** Ends the COPY and gives the number of rows stored. */
    public long finish() {
        try {
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            return copy.endCopy();
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw failed(target, e);
            }
        }
    }

    /** Copies all buffers as they come and gives the number of rows stored. */
    public static long copy(Connection connection, String target, Iterator<CopyBuffer> buffers) {
        try (CopyIn in = open(connection, target)) {
            while (buffers.hasNext()) {
                in.write(buffers.next());
            }
            return in.finish();
        }
    }

    /** {@link #copy(Connection, String, Iterator)} of a collection. */
    public static long copy(Connection connection, String target, Iterable<CopyBuffer> buffers) {
        return copy(connection, target, buffers.iterator());
    }

    /** The same on the connection of the current transaction, which must be there. */
    public static long copy(DataSource source, String target, Iterable<CopyBuffer> buffers) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            Check.that(
                    DataSourceUtils.isConnectionTransactional(connection, source),
                    "COPY into %s outside a transaction",
                    target);
            return copy(connection, target, buffers.iterator());
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static RuntimeException failed(String target, SQLException e) {
        return CopyErrors.translate("COPY " + target, e);
    }
}
