package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kyufu.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every table, tried statement by statement as the role that would have to do it: what the
 * application may change is what is written down, and what stands is kept by its owner too.
 */
class AppendOnlyTest {

    /** Tables that are no part of the ledger: the log of jobs, and what Flyway keeps. */
    private static final String LOGS = "batch_.*|flyway_schema_history";

    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void theApplicationCanChangeTheColumnsWrittenDownAndNoOther() {
        JdbcClient app = DATABASE.jdbc();
        Map<String, Set<String>> changeable = changeable();
        for (String table : tables()) {
            Set<String> may = new TreeSet<>(changeable.getOrDefault(table, Set.of()));
            // Columns that only functions of the owner change.
            if (List.of("data_key", "dispatch_file", "payment", "payment_counter", "payment_share")
                    .contains(table)) {
                may.clear();
            }
            if (table.equals("budget_line")) {
                may.addAll(columns(table));
            }
            Set<String> did = new TreeSet<>();
            for (String column : columns(table)) {
                if (answer(app, "UPDATE %1$s SET %2$s = %2$s".formatted(table, column)).isEmpty()) {
                    did.add(column);
                }
            }
            assertThat(did).as(table).isEqualTo(may);
        }
    }

    @Test
    void theApplicationDeletesNothingButWhatIsMadeAnew() {
        JdbcClient app = DATABASE.jdbc();
        for (String table : tables()) {
            boolean madeAnew = List.of("budget_line", "match_evidence").contains(table);
            assertThat(answer(app, "DELETE FROM " + table).isEmpty()).as(table).isEqualTo(madeAnew);
            assertThat(answer(app, "TRUNCATE " + table)).as(table).contains("permission denied");
        }
    }

    @Test
    void ownerAndSuperuserAreStoppedByTriggers() {
        Map<String, Set<String>> changeable = changeable();
        for (JdbcClient who :
                List.of(
                        JdbcClient.create(DATABASE.ownerDataSource()),
                        JdbcClient.create(DATABASE.superuserDataSource()))) {
            for (String table : tables()) {
                if (List.of("budget_line", "match_evidence", "audit_pending").contains(table)) {
                    continue;
                }
                for (String statement : List.of("DELETE FROM ", "TRUNCATE ")) {
                    String whole =
                            statement + table + (statement.startsWith("T") ? " CASCADE" : "");
                    assertThat(answer(who, whole)).as(whole).contains("never changed or deleted");
                }
                Set<String> fixed = columns(table);
                fixed.removeAll(changeable.getOrDefault(table, Set.of()));
                for (String column : fixed) {
                    String statement = "UPDATE %1$s SET %2$s = %2$s".formatted(table, column);
                    assertThat(answer(who, statement))
                            .as(statement)
                            .matches(
                                    "(?s).*(never changed or deleted|can only be updated to DEFAULT).*");
                }
            }
        }
    }

    @Test
    void accountsAndFindingsCannotBePutInAsSomebodysWord() {
        JdbcClient app = DATABASE.jdbc();
        assertThat(
                        answer(
                                app,
                                "INSERT INTO account (application_id, version, rail, fingerprint, sealed,"
                                        + " changed_by, reason) VALUES (1, 2, 'CASH', '', '', 'x', 'x')"))
                .contains("permission denied");
        assertThat(
                        answer(
                                app,
                                "INSERT INTO account (application_id, version, rail, fingerprint, sealed)"
                                        + " VALUES (1, 2, 'CASH', '', '')"))
                .contains("account_check");
        assertThat(
                        answer(
                                app,
                                "INSERT INTO finding (program_id, code, payment_no, state, decision, decided_by,"
                                        + " reason) VALUES (1, 'X', 1, 'RESOLVED', 'CONFIRM', 'x', 'x')"))
                .contains("permission denied");
    }

    @Test
    void whatTheDatabaseTellsTheChainNobodyElseCanTell() {
        for (String act : List.of("facts", "change")) {
            String statement = "SELECT audit_record('x', '" + act + "', 'payment', '{}')::text";
            assertThat(answerOfQuery(statement)).contains("told by the database alone");
        }
    }

    private static Map<String, Set<String>> changeable() {
        Map<String, Set<String>> changeable = new TreeMap<>();
        DATABASE.jdbc()
                .sql("SELECT of_table, unnest(columns) FROM changeable()")
                .query(row -> {
                    changeable
                            .computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                            .add(row.getString(2));
                });
        changeable.replaceAll((table, named) -> {
            named.retainAll(columns(table));
            return named;
        });
        return changeable;
    }

    private static List<String> tables() {
        return DATABASE
                .jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.matches(LOGS))
                .toList();
    }

    private static Set<String> columns(String table) {
        return DATABASE
                .jdbc()
                .sql(
                        "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                                + " AND NOT attisdropped")
                .param(table)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the database says against a statement; nothing: it was done. */
    private static String answer(JdbcClient who, String statement) {
        try {
            who.sql(statement).update();
            return "";
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }

    private static String answerOfQuery(String statement) {
        try {
            DATABASE.jdbc().sql(statement).query(String.class).optional();
            return "";
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }
}
