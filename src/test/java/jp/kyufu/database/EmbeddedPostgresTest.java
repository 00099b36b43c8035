package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.kyufu.database.Logins.Login;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedPostgresTest {

    /** One cluster for all: every test finds it stopped and leaves it stopped. */
    @TempDir static Path directory;

    @AfterEach
    void nobodyUsesItAndItIsStopped() throws IOException {
        assertThat(PostmasterFile.of(directory.resolve("cluster"))).isEmpty();
    }

    @Test
    void ofTwoWhoBeginAnewInOnePlaceOneIsRefused() {
        try (EmbeddedPostgres first =
                EmbeddedPostgres.anew(
                        directory,
                        () -> {
                            assertRefusedToBeginAnew();
                            return EmbeddedPostgres.open(directory);
                        })) {
            assertThat(first.url("kyufu")).contains("kyufu");
            assertRefusedToBeginAnew();
        }
        EmbeddedPostgres.anew(directory, () -> EmbeddedPostgres.open(directory)).close();
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsRefusedInWords() throws IOException {
        Path file = Files.createTempFile("place", "");
        assertThatThrownBy(() -> EmbeddedPostgres.open(file.resolve("database")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("database.noDirectory"));
        Files.delete(file);
    }

    private static void assertRefusedToBeginAnew() {
        assertThatThrownBy(() -> EmbeddedPostgres.anew(directory, () -> "nothing"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void itIsDurableAndClosed() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(directory);
                Connection app = connect(server.url("kyufu"), server.logins().app())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(app, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(app, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(app, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            try (Connection superuser = connect(server.url("kyufu"), server.logins().superuser())) {
                assertThat(ask(superuser, "SHOW unix_socket_directories")).isEmpty();
            }
            assertThat(ask(app, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(app, "SELECT datlocale FROM pg_database WHERE datname = 'kyufu'"))
                    .isEqualTo("C.UTF-8");
            for (String user : List.of("postgres", "kyufu_owner", "kyufu_app")) {
                assertThatThrownBy(() -> connect(server.url("kyufu"), new Login(user, "wrong")))
                        .hasMessageContaining("password authentication failed");
                assertThat(Files.getPosixFilePermissions(Logins.passwordFile(directory, user)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void usersOfOneProcessAreCounted() throws Exception {
        EmbeddedPostgres one = EmbeddedPostgres.open(directory);
        EmbeddedPostgres two = EmbeddedPostgres.open(directory);
        one.close();
        assertThat(answers(two.url("kyufu"))).isTrue();
        two.close();
    }

    @Test
    void theLastOfTwoProcessesStopsTheServer() throws Exception {
        EmbeddedClient other = EmbeddedClient.start(directory);
        EmbeddedPostgres server = EmbeddedPostgres.open(directory);
        assertThat(server.url("kyufu")).isEqualTo(other.url());
        other.close();
        assertThat(answers(server.url("kyufu"))).isTrue();
        server.close();
    }

    @Test
    void theServerOfAKilledProcessIsJoinedAndStoppedByTheNext() throws Exception {
        EmbeddedClient other = EmbeddedClient.start(directory);
        other.kill();
        assertThat(answers(other.url())).isTrue();
        try (EmbeddedPostgres server = EmbeddedPostgres.open(directory)) {
            assertThat(server.url("kyufu")).isEqualTo(other.url());
        }
        assertThatThrownBy(() -> answers(other.url())).hasMessageContaining("refused");
    }

    @Test
    void whatWasCommittedSurvivesAKilledServer() throws Exception {
        String url;
        EmbeddedPostgres server = EmbeddedPostgres.open(directory);
        url = server.url("kyufu");
        try (Connection owner = connect(url, server.logins().owner())) {
            owner.createStatement().execute("CREATE TABLE fact AS SELECT 42 AS value");
        }
        kill(PostmasterFile.of(directory.resolve("cluster")).orElseThrow().pid());
        assertThatThrownBy(() -> answers(url)).isInstanceOf(SQLException.class);

        // Our own use still counts; another process finds the dead server and starts a new one.
        try (EmbeddedClient other = EmbeddedClient.start(directory);
                Connection owner = connect(other.url(), server.logins().owner())) {
            assertThat(ask(owner, "SELECT value FROM fact")).isEqualTo("42");
            owner.createStatement().execute("DROP TABLE fact");
        }
        server.close();
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowIsNoServer() throws Exception {
        EmbeddedPostgres.open(directory).close();
        Path file = directory.resolve("cluster/postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n/x\n0\n5432\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.open(directory)) {
            assertThat(answers(server.url("kyufu"))).isTrue();
        }
    }

    private static void kill(long pid) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        Thread.sleep(200); // its children notice
    }

    private static boolean answers(String url) throws SQLException, IOException {
        try (Connection connection = connect(url, Logins.in(directory).app())) {
            return connection.isValid(10);
        }
    }

    private static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static String ask(Connection connection, String sql) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(sql)
                .query(String.class)
                .single();
    }
}
