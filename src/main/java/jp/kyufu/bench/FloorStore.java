package jp.kyufu.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.stereotype.Repository;

/**
 * The least work that moves a city's data through this PostgreSQL: raw COPY of the input rows, all
 * columns as text, into logged tables without index, and COPY out of as many bytes of transfer
 * records. Nothing is parsed, checked or decided.
 */
@Repository
class FloorStore {

    private static final int BUFFER = 1 << 20;

    private final FlywayConnectionDetails owner;

    FloorStore(FlywayConnectionDetails owner) {
        this.owner = owner;
    }

    /**
     * Copies files in and records out, in a schema of its own that is dropped again.
     *
     * @param files CSV in UTF-8 with a header
     * @param records how many transfer records of 120 bytes and a line end
     * @return seconds of the copying alone
     */
    double measure(Iterable<Path> files, int records, Path scratch) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(
                                owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS floor CASCADE");
            statement.execute("CREATE SCHEMA floor");
            long nanos = 0;
            int number = 0;
            for (Path file : files) {
                String table = "floor.t" + number++;
                statement.execute("CREATE TABLE " + table + " (" + columns(file) + ")");
                long from = System.nanoTime();
                in(connection, table, file);
                nanos += System.nanoTime() - from;
            }
            statement.execute("CREATE TABLE floor.record (line text)");
            statement.execute(
                    "INSERT INTO floor.record SELECT repeat('2', 120) FROM generate_series(1, "
                            + records
                            + ")");
            long from = System.nanoTime();
            out(connection, scratch.resolve("floor.txt"));
            nanos += System.nanoTime() - from;
            statement.execute("DROP SCHEMA floor CASCADE");
            Files.delete(scratch.resolve("floor.txt"));
            return nanos / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException("the floor cannot be measured", e);
        }
    }

    private static String columns(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int columns = reader.readLine().split(",", -1).length;
            return IntStream.range(0, columns)
                    .mapToObj(column -> "c" + column + " text")
                    .collect(Collectors.joining(", "));
        }
    }

    private static void in(Connection connection, String table, Path file)
            throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER)", in, BUFFER);
        }
    }

    private static void out(Connection connection, Path file) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY floor.record TO STDOUT", out);
        }
    }
}
