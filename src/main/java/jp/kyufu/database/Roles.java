package jp.kyufu.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import jp.kyufu.value.Check;
import org.postgresql.PGConnection;

/** Makes the two roles and the database, by the same file a city's DBA would use. */
final class Roles {

    /** duplicate_object, duplicate_database: what an interrupted attempt made already. */
    private static final Set<String> EXISTS = Set.of("42710", "42P04");

    private static final String SCRIPT = "db/role/create-roles.sql";

    private Roles() {}

    /** May be repeated; the password of the application is set last. */
    static void create(Connection superuser, Logins logins) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            for (String command : script().split(";", -1)) {
                if (!command.isBlank()) {
                    run(statement, command);
                }
            }
        }
        setPassword(superuser, logins.owner());
        setPassword(superuser, logins.app());
    }

    private static void run(Statement statement, String command) throws SQLException {
        try {
            statement.execute(command);
        } catch (SQLException e) {
            if (!EXISTS.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** Sends a SCRAM verifier, so that no password comes into a log. */
    private static void setPassword(Connection superuser, Logins.Login login) throws SQLException {
        superuser
                .unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static String script() throws IOException {
        try (InputStream in = Roles.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            Check.that(in != null, "no %s", SCRIPT);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("--[^\\n]*", "");
        }
    }
}
