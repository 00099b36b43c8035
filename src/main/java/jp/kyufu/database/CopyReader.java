package jp.kyufu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows of a query streamed out by {@code COPY (...) TO STDOUT (FORMAT binary)}. */
public final class CopyReader {

    /** Eleven bytes of signature, four of flags, four of the length of an extension. */
    private static final int HEADER = 19;

    /** What may hold a colon that begins no parameter, then a parameter. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|::|:([A-Za-z_]\\w*)");

    private CopyReader() {}

    /** Gives each row of {@code select} in order; returns their number. */
    public static long read(Connection connection, String select, Consumer<CopyRow> rows) {
        return read(connection, select, Map.of(), rows);
    }

    /**
     * The same with named parameters, which COPY itself does not know: they are set in as literals
     * (whole numbers, booleans, text, dates).
     */
    public static long read(
            Connection connection,
            String select,
            Map<String, ?> parameters,
            Consumer<CopyRow> rows) {
        // A statement may end in a comment: the closing parenthesis needs a line of its own.
        String sql = "COPY (" + bind(select, parameters) + "\n) TO STDOUT (FORMAT binary)";
        CopyOut copy = null;
        try {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            return read(copy, rows);
        } catch (SQLException e) {
            throw CopyErrors.translate(select, e);
        } finally {
            drain(copy, select);
        }
    }

    private static long read(CopyOut copy, Consumer<CopyRow> rows) throws SQLException {
        CopyRow row = new CopyRow();
        long count = 0;
        int at = HEADER;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            while (at < message.length) {
                at = row.take(message, at);
                if (at < 0) {
                    break; // the trailer; the driver still reads the end of the command
                }
                rows.accept(row);
                count++;
            }
            at = 0;
        }
        return count;
    }

    /** A cancel may reach the server too late and hit the next statement: read what is left. */
    private static void drain(@Nullable CopyOut copy, String select) {
        try {
            while (copy != null && copy.isActive() && copy.readFromCopy() != null) {
                // The rows nobody wants.
            }
        } catch (SQLException e) {
            throw CopyErrors.translate(select, e);
        }
    }

    static String bind(String select, Map<String, ?> parameters) {
        return TOKEN.matcher(select)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1) == null
                                        ? found.group()
                                        : literal(found.group(1), parameters)));
    }

    private static String literal(String name, Map<String, ?> parameters) {
        Object value = parameters.get(name);
        return switch (value) {
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            case LocalDate date -> "DATE '" + date + "'";
            case String text -> "'" + text.replace("'", "''") + "'";
            case null -> throw new IllegalStateException("no parameter " + name);
            default -> throw new IllegalStateException("no literal for " + value.getClass());
        };
    }
}
