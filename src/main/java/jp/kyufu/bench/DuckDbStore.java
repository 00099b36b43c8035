package jp.kyufu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.kyufu.database.Sql;
import jp.kyufu.matching.Fact;
import jp.kyufu.matching.Facts;
import jp.kyufu.matching.Linkage;
import jp.kyufu.matching.Model;
import org.jspecify.annotations.Nullable;

/**
 * The same matching as SQL in an in-memory DuckDB, written as Splink writes it: equi-joins only,
 * pairs of ids first, comparison levels and weights after, each similarity computed once. DuckDB is
 * no part of Kyufu; the profile {@code duckdb} of the build puts it on the class path.
 */
final class DuckDbStore implements AutoCloseable {

    private static final List<String> STEPS =
            List.of("number", "passes", "pairs", "compare", "weigh", "decide");

    private final Connection connection;
    private final Statement statement;

    private DuckDbStore(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** Loads the records, which is not timed; null where DuckDB is not on the class path. */
    static @Nullable DuckDbStore load(LinkageCity city, Path scratch)
            throws IOException, SQLException {
        if (!isThere()) {
            return null;
        }
        Path residents = scratch.resolve("residents.tsv");
        Path applications = scratch.resolve("applications.tsv");
        write(city, residents, applications);
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        statement.execute(
                Sql.of(DuckDbStore.class, "load").replace(":file", "'" + residents + "'"));
        statement.execute(
                Sql.of(DuckDbStore.class, "load-applications")
                        .replace(":file", "'" + applications + "'"));
        Files.deleteIfExists(residents);
        Files.deleteIfExists(applications);
        return new DuckDbStore(connection, statement);
    }

    /** Links everything once; gives the seconds it took. */
    double link(Model model) throws SQLException {
        List<String> steps =
                STEPS.stream()
                        .map(step -> withModel(Sql.of(DuckDbStore.class, step), model))
                        .toList();
        long from = System.nanoTime();
        for (String step : steps) {
            statement.execute(step);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** What the last {@link #link} decided: the resident of application i, or null. */
    @Nullable String[] residents(int applications) throws SQLException {
        @Nullable String[] residents = new String[applications];
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT id, resident_no FROM decision WHERE rid IS NOT NULL")) {
            while (rows.next()) {
                residents[rows.getInt(1)] = rows.getString(2);
            }
        }
        return residents;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }

    private static boolean isThere() {
        try {
            Class.forName("org.duckdb.DuckDBDriver");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Puts the model's weights in bits into a statement: {@code :NAME} is a list by level. */
    private static String withModel(String sql, Model model) {
        String text = sql;
        for (Fact fact : Fact.values()) {
            String bits =
                    model.levels().get(fact.ordinal()).stream()
                            .map(level ->
                                    String.format(
                                            Locale.ROOT,
                                            "%.4f",
                                            Math.log(level.m() / level.u()) / Math.log(2)))
                            .collect(Collectors.joining(",", "[", "]"));
            text = text.replace(":" + fact + " ", bits + " ");
        }
        Model.Thresholds thresholds = model.thresholds();
        return text.replace(":accept", String.valueOf(thresholds.accept()))
                .replace(":gap", String.valueOf(thresholds.gap()));
    }

    private static void write(LinkageCity city, Path residents, Path applications)
            throws IOException {
        try (var out = new PrintWriter(residents.toFile(), StandardCharsets.UTF_8)) {
            int id = 0;
            for (Linkage.Resident one : city.residents()) {
                String ten = "0".repeat(10) + one.householdNo();
                line(
                        out,
                        id++,
                        one.residentNo(),
                        ten.substring(ten.length() - 10),
                        one.left() ? "1" : "0",
                        one.facts());
            }
        }
        try (var out = new PrintWriter(applications.toFile(), StandardCharsets.UTF_8)) {
            for (Linkage.Application one : city.applications()) {
                String printed = one.printedHousehold();
                line(out, one.id(), "", printed == null ? "" : printed, "0", one.facts());
            }
        }
    }

    private static void line(
            PrintWriter out, long id, String no, String printed, String left, Facts facts) {
        String folded = facts.folded();
        int cut = folded.indexOf(' ');
        String surname = cut < 0 ? "" : folded.substring(0, cut);
        String given = cut < 0 ? "" : folded.substring(cut + 1).replace(" ", "");
        String address = facts.address();
        int numbers = address.lastIndexOf(' ');
        String town = numbers < 0 ? address : address.substring(0, numbers);
        String birth =
                facts.birthDay() == Facts.UNKNOWN
                        ? ""
                        : LocalDate.ofEpochDay(facts.birthDay()).toString();
        out.print(
                String.join(
                                "\t",
                                Long.toString(id),
                                no,
                                printed,
                                left,
                                facts.name().replace(" ", ""),
                                folded.replace(" ", ""),
                                surname,
                                given,
                                given.isEmpty() ? "" : given + surname,
                                facts.kana().replace(" ", ""),
                                birth,
                                address,
                                town,
                                numbers < 0 ? "" : address.substring(numbers + 1))
                        + "\n");
    }
}
