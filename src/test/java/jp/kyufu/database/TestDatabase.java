package jp.kyufu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import jp.kyufu.database.Logins.Login;
import jp.kyufu.value.Refusal;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one place where integration tests get a database: a fresh one with all migrations and grants,
 * copied from a template. The server is the embedded one (kept below {@code target}, its tests'
 * databases in memory where the machine has a folder for that: {@link MemoryFolder}), a container
 * with {@code -Dtest.database=testcontainers}, or any server with {@code
 * -Dtest.database=jdbc:postgresql://host/postgres}, {@code -Dtest.database.user} and {@code
 * -Dtest.database.password} of a superuser.
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.create();
 *
 * @AfterAll
 * static void drop() { DATABASE.close(); }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private final Server server;
    private final Copies source;
    private final String name;
    private final HikariDataSource app;
    private final List<HikariDataSource> others = new ArrayList<>();
    private @Nullable HikariDataSource owner; // none before it is asked for
    private @Nullable Copies copies; // the same

    private TestDatabase(Server server, Copies source) {
        this.server = server;
        this.source = source;
        this.name = source.take();
        this.app = pool(server.logins().app());
    }

    /** A fresh database with all migrations, on a server that all tests of this process share. */
    public static TestDatabase create() {
        return new TestDatabase(Server.SHARED, Server.FRESH);
    }

    /** Gives up its connections, so that it can be copied. */
    public void rest() {
        app.close();
        others.forEach(HikariDataSource::close);
    }

    /** A database with the same content; nobody may be connected to this one. */
    public TestDatabase copy() {
        if (copies == null) {
            copies = server.copies(name);
        }
        return new TestDatabase(server, copies);
    }

    public String url() {
        return server.url(name);
    }

    /** As kyufu_app, what everything but Flyway uses. */
    public DataSource appDataSource() {
        return app;
    }

    /** As kyufu_owner, who owns the tables. */
    public DataSource ownerDataSource() {
        if (owner == null) {
            owner = other(server.logins().owner());
        }
        return owner;
    }

    /** As the superuser, for tests of what even he cannot do unseen. */
    public DataSource superuserDataSource() {
        return other(server.logins().superuser());
    }

    /** Statements as kyufu_app. */
    public JdbcClient jdbc() {
        return JdbcClient.create(app);
    }

    /** Transactions of {@link #appDataSource()}. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(app));
    }

    /** Properties that make a Spring application use this database. */
    public String[] springProperties() {
        Logins logins = server.logins();
        return new String[] {
            "spring.datasource.url=" + url(),
            "spring.datasource.username=" + logins.app().user(),
            "spring.datasource.password=" + logins.app().password(),
            "spring.flyway.user=" + logins.owner().user(),
            "spring.flyway.password=" + logins.owner().password()
        };
    }

    @Override
    public void close() {
        app.close();
        others.forEach(HikariDataSource::close);
        if (copies != null) {
            copies.close();
        }
        source.drop(name);
    }

    private HikariDataSource other(Login login) {
        HikariDataSource pool = pool(login);
        others.add(pool);
        return pool;
    }

    private HikariDataSource pool(Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(name));
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("SET TIME ZONE 'Asia/Tokyo'");
        return new HikariDataSource(config);
    }

    /**
     * A server with the two roles and a template of the migrated database.
     *
     * @param memory where the tests' databases are, if not on the server's disk
     * @param stop what ends its use
     */
    private record Server(
            String prefix, Logins logins, String template, @Nullable Path memory, Runnable stop) {

        private static final Path CLUSTER = Path.of("target", "test-database", "cluster");

        static final Server SHARED = start();

        static final Copies FRESH = SHARED.copies(SHARED.template());

        static Server start() {
            try {
                String where = System.getProperty("test.database", "embedded");
                Server server =
                        switch (where) {
                            case "embedded" -> embedded();
                            case "testcontainers" -> container();
                            default ->
                                    external(
                                            where,
                                            System.getProperty("test.database.user", "postgres"),
                                            System.getProperty("test.database.password", ""),
                                            () -> {});
                        };
                server.drop(pid -> ProcessHandle.of(pid).isEmpty());
                server.createTemplate();
                if (server.memory() != null) {
                    MemoryFolder.removeThoseOfTheDead(CLUSTER);
                    server.execute(
                            "CREATE TABLESPACE %s LOCATION '%s'"
                                    .formatted(server.place(), server.memory()));
                }
                Runtime.getRuntime().addShutdownHook(new Thread(server::end));
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void end() {
            Copies.finish();
            drop(pid -> pid == ProcessHandle.current().pid());
            stop.run();
            MemoryFolder.remove(memory);
        }

        Copies copies(String database) {
            return new Copies(this::execute, database, place());
        }

        /** The tablespace of the tests' databases. */
        private String place() {
            return memory == null ? "pg_default" : "test_" + ProcessHandle.current().pid();
        }

        String url(String database) {
            return prefix + database;
        }

        void execute(String sql) {
            try (Connection connection = superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private Connection superuser() throws SQLException {
            Login login = logins.superuser();
            return DriverManager.getConnection(url("postgres"), login.user(), login.password());
        }

        private static Server embedded() throws IOException {
            EmbeddedPostgres server = opened(CLUSTER.getParent());
            return new Server(
                    server.url(""),
                    server.logins(),
                    templateName(),
                    MemoryFolder.make(CLUSTER),
                    server::close);
        }

        /** A server that lost its files in memory, with the machine, does not start: made anew. */
        private static EmbeddedPostgres opened(Path directory) throws IOException {
            try {
                return EmbeddedPostgres.open(directory);
            } catch (Refusal e) {
                Directories.delete(directory);
                return EmbeddedPostgres.open(directory);
            }
        }

        private static Server container() throws IOException, SQLException {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            return external(
                    container.getJdbcUrl(),
                    container.getUsername(),
                    container.getPassword(),
                    container::stop);
        }

        private static Server external(String url, String user, String password, Runnable stop)
                throws IOException, SQLException {
            Logins logins =
                    new Logins(
                            new Login(user, password),
                            new Login(Logins.OWNER, "owner-for-tests"),
                            new Login(Logins.APP, "app-for-tests"));
            String prefix = url.replaceFirst("[^/]*$", "");
            Server server = new Server(prefix, logins, templateName(), null, stop);
            try (Connection connection = server.superuser()) {
                Roles.create(connection, logins);
            }
            return server;
        }

        /** Drops the databases of processes, and the place where they were. */
        private void drop(LongPredicate ofProcess) {
            drop("DATABASE %s WITH (FORCE)", "datname FROM pg_database", ofProcess);
            drop("TABLESPACE %s", "spcname FROM pg_tablespace", ofProcess);
        }

        private void drop(String what, String name, LongPredicate ofProcess) {
            List<String> names = new ArrayList<>();
            try (Connection connection = superuser();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT " + name)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            names.stream()
                    .filter(found -> found.startsWith("test_"))
                    .filter(found -> ofProcess.test(Long.parseLong(found.split("_", -1)[1])))
                    .forEach(found -> execute("DROP " + what.formatted(found)));
        }

        /** Made under another name and renamed: a template that exists is complete. */
        private void createTemplate() throws SQLException {
            try (Connection connection = superuser();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT 1 FROM pg_database WHERE datname = '"
                                            + template
                                            + "'")) {
                if (row.next()) {
                    return;
                }
            }
            String partial = "test_" + ProcessHandle.current().pid() + "_0";
            execute(
                    "CREATE DATABASE "
                            + partial
                            + " OWNER kyufu_owner TEMPLATE template0 ENCODING 'UTF8'");
            Flyway.configure()
                    .dataSource(url(partial), logins.owner().user(), logins.owner().password())
                    .locations("filesystem:db/migration", "filesystem:db/role")
                    .load()
                    .migrate();
            execute("ALTER DATABASE " + partial + " RENAME TO " + template);
        }

        /** Names what the template holds, so that changed migrations make a new one. */
        private static String templateName() throws IOException {
            CRC32 crc = new CRC32();
            try (Stream<Path> files = Files.walk(Path.of("db"))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    crc.update(Files.readAllBytes(file));
                }
            }
            return "template_" + Long.toHexString(crc.getValue());
        }
    }
}
