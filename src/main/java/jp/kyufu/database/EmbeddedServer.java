package jp.kyufu.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;

/**
 * The server of one directory: made, started or joined, and stopped. Knows nothing of others who
 * use it; {@link EmbeddedPostgres} holds the locks under which every method here is called.
 */
final class EmbeddedServer {

    /** A server that recovers after a crash answers late; the last checkpoint bounds how late. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final int START_ATTEMPTS = 5;

    private final Path directory;
    private final Path cluster;
    private final Path log;
    private final Logins logins;
    private final PostgresPrograms programs;
    private int port;

    EmbeddedServer(Path directory) throws IOException {
        this.directory = directory;
        this.cluster = directory.resolve("cluster");
        this.log = directory.resolve("server.log");
        this.logins = Logins.in(directory);
        this.programs =
                new PostgresPrograms(
                        PostgresBinaries.in(directory), directory.resolve("program.log"));
    }

    Logins logins() {
        return logins;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes the server answer: by joining it if it runs, else by starting it. */
    void ensureRunning() throws IOException {
        if (!Files.exists(cluster)) {
            initialise();
        }
        Optional<PostmasterFile> running = PostmasterFile.of(cluster);
        if (running.isPresent() && running.get().isServerAlive()) {
            port = running.get().port();
            awaitAnswer(running.get());
        } else {
            // A file left by a killed server names a pid that may be anybody's by now. PostgreSQL
            // itself still refuses to start while orphans of that server hold its memory.
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            start();
        }
        createRolesIfMissing();
        requireDurable();
    }

    /** Stops the server; one that was killed meanwhile is as good as stopped. */
    void stop() throws IOException {
        if (isAlive()) {
            programs.run(
                    "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-t", "900"));
        }
    }

    private boolean isAlive() throws IOException {
        return PostmasterFile.of(cluster).filter(PostmasterFile::isServerAlive).isPresent();
    }

    /** Deletes the cluster, after stopping a server that a killed process left behind. */
    void discard() throws IOException {
        stop();
        Directories.delete(cluster);
    }

    private void initialise() throws IOException {
        Path partial = directory.resolve("cluster.partial");
        Directories.delete(partial);
        Directories.createPrivate(partial);
        programs.own(partial);
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + partial,
                        "--username=" + Logins.SUPERUSER,
                        "--pwfile=" + Logins.passwordFile(directory, Logins.SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums"));
        Files.writeString(partial.resolve("pg_hba.conf"), resource("embedded-hba.conf"));
        Files.move(partial, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void start() throws IOException {
        programs.own(cluster);
        programs.own(log);
        long logged = Files.exists(log) ? Files.size(log) : 0;
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            port = freePort();
            Files.writeString(
                    cluster.resolve("postgresql.conf"),
                    resource("embedded.conf") + systemSettings() + "port = " + port + "\n");
            List<String> arguments =
                    List.of(
                            "start",
                            "-w",
                            "-t",
                            Long.toString(RECOVERY.toSeconds()),
                            "-D",
                            cluster.toString(),
                            "-l",
                            log.toString());
            if (programs.succeeds("pg_ctl", arguments)) {
                return;
            }
            pause(Duration.ofSeconds(attempt)); // the port was taken, or orphans still run
        }
        throw new Refusal("database.notStarted", log, newWords(logged) + programs.words());
    }

    /** What the server wrote into its log since it had {@code logged} bytes, the last of it. */
    private String newWords(long logged) throws IOException {
        byte[] words = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        int from = (int) Math.max(Math.min(logged, words.length), words.length - 2_000L);
        return new String(words, from, words.length - from, StandardCharsets.UTF_8);
    }

    /**
     * Memory of parallel queries: containers give /dev/shm too little, System V memory suffices.
     */
    private static String systemSettings() {
        return PostgresBinaries.system().equals("linux")
                ? "dynamic_shared_memory_type = sysv\n"
                : "";
    }

    private void awaitAnswer(PostmasterFile running) throws IOException {
        long until = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            try (Connection connection = superuser()) {
                Check.that(connection.isValid(30), "no answer");
                return;
            } catch (SQLException e) {
                if (!running.isServerAlive()) {
                    ensureRunning(); // it died while we waited
                    return;
                }
                if (System.nanoTime() > until) {
                    throw new Refusal("database.notAnswering", running.pid(), log);
                }
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** The password of the application is set last: whoever can connect finds all else done. */
    private void createRolesIfMissing() throws IOException {
        try (Connection connection = connect("kyufu", logins.app())) {
            Check.that(connection.isValid(30), "no answer");
        } catch (SQLException missing) {
            try (Connection connection = superuser()) {
                Roles.create(connection, logins);
            } catch (SQLException e) {
                throw new IOException("cannot create the database roles", e);
            }
        }
    }

    /** A server with these off is faster and loses paid money in a power cut. */
    private void requireDurable() throws IOException {
        try (Connection connection = connect("kyufu", logins.app());
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    Check.that(row.getString(1).equals("on"), "%s is not on", setting);
                }
            }
        } catch (SQLException e) {
            throw new IOException("cannot ask the database for its settings", e);
        }
    }

    private Connection superuser() throws SQLException {
        return connect("postgres", logins.superuser());
    }

    private Connection connect(String database, Logins.Login login) throws SQLException {
        return DriverManager.getConnection(url(database), login.user(), login.password());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = EmbeddedServer.class.getResourceAsStream(name)) {
            Check.that(in != null, "no resource %s", name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database starts", e);
        }
    }
}
