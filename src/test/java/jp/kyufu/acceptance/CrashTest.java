package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kyufu.Kyufu;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.cli.Cli;
import jp.kyufu.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city paid by processes that are killed (SIGKILL) in the middle of each stage ends with the rows
 * and bytes of a city paid undisturbed. Files are large because their rows are repeated: repeats
 * are found across the kill too.
 */
class CrashTest {

    private static final int HOUSEHOLDS = 300;
    private static final int ROWS = 60_000;

    @TempDir Path temp;
    private Path city;
    private Path data;

    /** The command line takes these over for its process. */
    private final PrintStream out = System.out;

    private final PrintStream err = System.err;
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void giveBack() {
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
    }

    @Test
    void aCityPaidByKilledProcessesHasTheRowsAndBytesOfAnUndisturbedOne() throws Exception {
        city = temp.resolve("city");
        data = temp.resolve("data");
        CityGenerator.generate(HOUSEHOLDS, 7, city, Path.of("sample-files", "bank-branches.csv"));
        Path register = enlarged("register-20260227.csv");
        Path online = enlarged("applications-online.csv");
        Process undisturbed =
                start(temp.resolve("demo-data"), "demo", city, "--out", temp.resolve("demo"));

        EmbeddedPostgres held = EmbeddedPostgres.open(data.resolve("database"));
        run("people", "add", "office", "--roles", "office");
        run("people", "add", "approver", "--roles", "approver");
        run("people", "add", "finance", "--roles", "finance");
        run("import", "bank-master", city.resolve("bank-branches.csv"));
        killedHalfWay("import", "register", register, "--as-of", "2026-02-27");
        run("import", "register", register, "--as-of", "2026-02-27");
        run("program", "open", city.resolve("program.yaml"));
        killedHalfWay("import", "applications", online);
        run("import", "applications", online);
        run("import", "applications", city.resolve("applications-paper.csv"));
        killPostgres();
        held.close();
        EmbeddedPostgres recovered = EmbeddedPostgres.open(data.resolve("database"));
        run("assess");

        killedWaitingFor("dispatch_item", "files", "build", "--as", "office");
        assertThat(ask("SELECT count(*) FROM dispatch_file")).isZero();
        run("files", "build", "--as", "office");
        run("files", "submit", "1", "2", "--as", "office");
        run("files", "approve", "1", "2", "--as", "approver");
        Path folder = temp.resolve("out");
        killedWaitingFor(
                "sending", "files", "release", "1", "2", "--out", folder, "--as", "finance");
        assertThat(ask("SELECT count(*) FROM dispatch_file WHERE state = 'RELEASED'")).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
        run("files", "download", "1", "--out", folder, "--as", "finance");
        run("files", "download", "2", "--out", folder, "--as", "finance");
        run("verify");
        for (String export : List.of("applications", "rejects")) {
            run("export", export, "--out", temp.resolve(export + ".csv"));
        }

        recovered.close();
        assertThat(undisturbed.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(undisturbed.exitValue()).isZero();
        for (String export : List.of("applications.csv", "rejects.csv")) {
            assertThat(temp.resolve(export))
                    .hasSameTextualContentAs(temp.resolve("demo").resolve(export));
        }
        try (Stream<Path> files = Files.list(temp.resolve("demo/files"))) {
            List<Path> released = files.toList();
            assertThat(released).hasSize(2);
            for (Path file : released) {
                assertThat(folder.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    /** The same file with its rows over and over, in the place of the old one. */
    private Path enlarged(String name) throws IOException {
        Path file = city.resolve(name);
        List<String> lines = Files.readAllLines(file);
        List<String> all = new ArrayList<>(lines);
        while (all.size() < ROWS) {
            all.addAll(lines.subList(1, lines.size()));
        }
        return Files.write(file, all);
    }

    /** A command in a process of its own, as anybody would start it. */
    private Process start(Path where, Object... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Kyufu.class.getName());
        command.addAll(words(where, words));
        Path log = Files.createTempFile(temp, "command", ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static List<String> words(Path where, Object... words) {
        List<String> all = new ArrayList<>();
        for (Object word : words) {
            all.add(word.toString());
        }
        all.addAll(List.of("--data", where.toString(), "--training", "--today", "2026-06-30"));
        return all;
    }

    /** A command in this process, which is quicker; it must succeed. */
    private void run(Object... words) {
        assertThat(Cli.run(Kyufu.class, words(data, words).toArray(String[]::new)))
                .as(List.of(words).toString())
                .isZero();
    }

    /** Kills an import as soon as its first rows are committed and its last ones are not. */
    private void killedHalfWay(Object... words) throws Exception {
        long before = ask("SELECT count(*) FROM intake_file");
        Process process = start(data, words);
        await(
                process,
                "SELECT count(*) FROM intake_file WHERE next_offset > 0"
                        + " AND (SELECT count(*) FROM intake_file) > "
                        + before
                        + " AND file_id = (SELECT max(file_id) FROM intake_file)");
        process.destroyForcibly().waitFor();
        assertThat(ask("SELECT count(*) FROM intake_file WHERE completed_at IS NULL"))
                .as("half-way")
                .isOne();
    }

    /** Kills a command that waits for a table which somebody else has locked. */
    private void killedWaitingFor(String table, Object... words) throws Exception {
        try (Connection lock = owner()) {
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
            }
            Process process = start(data, words);
            await(process, "SELECT count(*) FROM pg_locks WHERE NOT granted");
            process.destroyForcibly().waitFor();
        }
        await(null, "SELECT (count(*) = 0)::int FROM pg_locks WHERE NOT granted");
    }

    /** Kills the server itself; its children notice and end. */
    private void killPostgres() throws Exception {
        Path pidFile = data.resolve("database/cluster/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(1, TimeUnit.MINUTES);
    }

    /** Waits until a count is positive; a process that ends meanwhile has been too quick. */
    private void await(@Nullable Process process, String count) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (ask(count) == 0) {
            assertThat(System.nanoTime()).as(count).isLessThan(until);
            assertThat(process == null || process.isAlive()).as(count).isTrue();
            Thread.sleep(1);
        }
    }

    private long ask(String sql) throws SQLException, IOException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection owner() throws SQLException, IOException {
        Path database = data.resolve("database");
        String port = Files.readAllLines(database.resolve("cluster/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.strip() + "/kyufu",
                "kyufu_owner",
                Files.readString(database.resolve("kyufu_owner.password")).strip());
    }
}
