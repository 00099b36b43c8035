package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kyufu.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose table is which, and what may be done to it: design §2 and §3.8. */
class DatabaseShapeTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** The stage that alone writes a table. */
    private static final Map<String, String> OWNERS = owners();

    /** Tables whose rows change, and how; db/role/R__grants.sql says why. */
    private static final Map<String, String> CHANGES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("application", "UPDATE(name_key)"),
                            Map.entry("assessment_run", "UPDATE(finished_at)"),
                            Map.entry("batch_job_execution", "UPDATE DELETE"),
                            Map.entry("batch_job_execution_context", "UPDATE DELETE"),
                            Map.entry("batch_job_execution_params", "UPDATE DELETE"),
                            Map.entry("batch_job_instance", "UPDATE DELETE"),
                            Map.entry("batch_step_execution", "UPDATE DELETE"),
                            Map.entry("batch_step_execution_context", "UPDATE DELETE"),
                            Map.entry("budget_line", "UPDATE DELETE"),
                            Map.entry(
                                    "decision",
                                    "UPDATE(amount,codes,declined,duplicate_of,household_no,members,"
                                            + "rail,reserved,residents,run_id,state)"),
                            Map.entry(
                                    "entitlement",
                                    "UPDATE(excluded_by,ineligible_snapshot,same_as)"),
                            Map.entry(
                                    "finding",
                                    "UPDATE(decided_at,decided_by,decision,reason,state)"),
                            Map.entry("intake_counter", "UPDATE"),
                            Map.entry(
                                    "intake_file",
                                    "UPDATE(completed_at,completed_seq,next_line,next_offset,"
                                            + "rows_accepted,rows_rejected,rows_repeated)"),
                            Map.entry(
                                    "match",
                                    "UPDATE(code,gap,household_no,method,model,pattern,resident_no,"
                                            + "snapshot_id,weight)"),
                            Map.entry("match_decision", "UPDATE(revoked_at,revoked_by)"),
                            Map.entry("match_evidence", "DELETE"),
                            Map.entry("person", "UPDATE(ends_on)"),
                            Map.entry(
                                    "program",
                                    "UPDATE(cap_cash,cap_points,clearing_house,consignor_account,"
                                            + "consignor_bank,consignor_branch,consignor_code,"
                                            + "consignor_name,consignor_type,continues,cut_off,"
                                            + "earliest_days,excludes,latest_days,name,points_currency,points_expires,"
                                            + "rate_cash,rate_points,records_per_file,"
                                            + "reference_date,return_days,symbols,terminator,today,"
                                            + "window_from,window_to)"),
                            Map.entry("register_snapshot", "UPDATE(completed_at)"),
                            Map.entry("resident", "UPDATE(current,family_key,given_key,name_key)"),
                            Map.entry("resident_alias", "UPDATE(name_key)")));

    /** Tables that only functions of the owner fill. */
    private static final Set<String> CLOSED =
            Set.of(
                    "account",
                    "approval",
                    "audit_event",
                    "audit_pending",
                    "cleared",
                    "clearing",
                    "correction",
                    "day_close",
                    "day_close_line",
                    "day_close_recovery",
                    "data_key",
                    "decision_history",
                    "decline",
                    "dispatch_file",
                    "dispatch_item",
                    "explanation",
                    "file_evidence",
                    "finding",
                    "flyway_schema_history",
                    "master_key",
                    "payment",
                    "payment_counter",
                    "payment_event",
                    "payment_share",
                    "payment_stop",
                    "point_lot",
                    "point_lot_event",
                    "point_lot_line",
                    "posting",
                    "recovery_case",
                    "recovery_entry",
                    "recovery_request",
                    "resend_request",
                    "sending",
                    "sending_done",
                    "stop_answer");

    /** Tables of facts: a trigger refuses a change of a row even to the owner. */
    private static final List<String> FACTS =
            words(
                    "account application approval audit_event bank_branch bank_master"
                            + " cleared clearing contact correction day_close day_close_line day_close_recovery"
                            + " decision_history decline dispatch_item entitlement_event explanation"
                            + " file_evidence intake_reject kanji_map master_key payment_event"
                            + " payment_share payment_stop point_lot point_lot_event"
                            + " point_lot_file point_lot_line point_total point_total_file"
                            + " posting program_amendment rectification recovery_case"
                            + " recovery_entry recovery_request resend_request result_file result_line sending"
                            + " sending_done statement statement_line stop_answer");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void theApplicationOwnsNothing() {
        assertThat(
                        list(
                                """
                                SELECT relname FROM pg_class WHERE relowner = 'kyufu_app'::regrole
                                UNION ALL
                                SELECT proname FROM pg_proc WHERE proowner = 'kyufu_app'::regrole
                                UNION ALL
                                SELECT nspname FROM pg_namespace
                                WHERE nspowner = 'kyufu_app'::regrole
                                UNION ALL
                                SELECT typname FROM pg_type WHERE typowner = 'kyufu_app'::regrole
                                UNION ALL
                                SELECT datname FROM pg_database WHERE datdba = 'kyufu_app'::regrole
                                """))
                .isEmpty();
    }

    @Test
    void everyTableBelongsToOneStage() {
        assertThat(new TreeSet<>(tables())).isEqualTo(new TreeSet<>(OWNERS.keySet()));
        List<String> landing = List.of("payment", "dispatch", "reconciliation");
        assertThat(new TreeSet<>(OWNERS.values()))
                .allSatisfy(stage ->
                        assertThat(
                                        Files.isDirectory(Sources.JAVA.resolve(stage))
                                                || landing.contains(stage))
                                .as(stage)
                                .isTrue());
    }

    @Test
    void onlyTheListedTablesCanBeChanged() {
        Map<String, TreeSet<String>> columns = new TreeMap<>();
        for (String grant :
                list(
                        """
                        SELECT c.table_name || '|' || c.column_name
                        FROM information_schema.role_column_grants c
                        WHERE c.grantee = 'kyufu_app' AND c.privilege_type = 'UPDATE'
                          AND NOT EXISTS (
                              SELECT 1 FROM information_schema.role_table_grants t
                              WHERE t.grantee = c.grantee AND t.table_name = c.table_name
                                AND t.privilege_type = 'UPDATE')
                        """)) {
            String[] parts = grant.split("\\|");
            columns.computeIfAbsent(parts[0], _ -> new TreeSet<>()).add(parts[1]);
        }
        Map<String, String> found = new TreeMap<>();
        columns.forEach(
                (table, names) -> found.put(table, "UPDATE(" + String.join(",", names) + ")"));
        for (String privilege : List.of("UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")) {
            for (String table : tablesWith(privilege)) {
                found.merge(table, privilege, (a, b) -> a + " " + b);
            }
        }
        assertThat(found).isEqualTo(CHANGES);
    }

    @Test
    void tablesWithFunctionsOfTheirOwnTakeNoRowFromElsewhere() {
        Set<String> closed = new TreeSet<>(tables());
        closed.removeAll(tablesWith("INSERT"));
        assertThat(closed).isEqualTo(new TreeSet<>(CLOSED));
    }

    @Test
    void factsAreRefusedAChangeByWhomsoever() {
        JdbcClient owner = JdbcClient.create(DATABASE.ownerDataSource());
        JdbcClient superuser = JdbcClient.create(DATABASE.superuserDataSource());
        for (String table : FACTS) {
            String column = anyColumn(table);
            for (JdbcClient who : List.of(owner, superuser)) {
                refuses(who, "UPDATE " + table + " SET " + column + " = " + column);
                refuses(who, "DELETE FROM " + table);
            }
        }
    }

    @Test
    void whatIsNoLongerWantedIsNotDeletedEither() {
        JdbcClient owner = JdbcClient.create(DATABASE.ownerDataSource());
        for (String table : List.of("program", "payment", "dispatch_file", "intake_file")) {
            refuses(owner, "DELETE FROM " + table);
        }
    }

    /** No function that works with the owner's rights can be led astray by somebody's tables. */
    @Test
    void functionsWithTheOwnersRightsNameTheirSchema() {
        assertThat(
                        list(
                                """
                                SELECT proname FROM pg_proc
                                WHERE prosecdef AND pronamespace = 'public'::regnamespace
                                  AND NOT coalesce(array_to_string(proconfig, '|'), '')
                                          LIKE '%search_path=public%'
                                """))
                .isEmpty();
    }

    @Test
    void theEmbeddedServerIsDurableAndClosed() {
        assumeTrue(System.getProperty("test.database", "embedded").equals("embedded"));
        Map<String, String> expected =
                Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "password_encryption", "scram-sha-256",
                        "data_checksums", "on",
                        "wal_level", "minimal",
                        "log_parameter_max_length_on_error", "0",
                        "TimeZone", "Asia/Tokyo");
        JdbcClient superuser = JdbcClient.create(DATABASE.superuserDataSource());
        Map<String, String> found = new HashMap<>();
        expected.keySet()
                .forEach(name ->
                        found.put(
                                name, superuser.sql("SHOW " + name).query(String.class).single()));
        assertThat(found).isEqualTo(expected);
    }

    private static Map<String, String> owners() {
        Map<String, List<String>> byStage =
                Map.ofEntries(
                        Map.entry("vault", List.of("data_key", "master_key")),
                        Map.entry(
                                "access",
                                List.of("person", "person_role", "credential", "sign_in")),
                        Map.entry("audit", List.of("audit_event", "audit_pending")),
                        Map.entry(
                                "program", List.of("program", "budget_line", "program_amendment")),
                        Map.entry(
                                "upload",
                                List.of("intake_file", "intake_counter", "intake_reject")),
                        Map.entry(
                                "register",
                                List.of("register_snapshot", "resident", "resident_alias")),
                        Map.entry("inquiry", List.of("contact")),
                        Map.entry("kanji", List.of("kanji_map")),
                        Map.entry("bank", List.of("bank_master", "bank_branch")),
                        Map.entry("intake", words("application receipt_conflict rectification")),
                        Map.entry("matching", List.of("match", "match_evidence", "match_decision")),
                        Map.entry(
                                "assessment",
                                words(
                                        "entitlement entitlement_event assessment_run decision"
                                                + " decision_history decline account finding")),
                        Map.entry(
                                "payment",
                                List.of(
                                        "posting",
                                        "payment_counter",
                                        "payment",
                                        "payment_share",
                                        "payment_event")),
                        Map.entry(
                                "correction",
                                words("correction recovery_case recovery_request recovery_entry")),
                        Map.entry(
                                "dispatch",
                                words(
                                        "dispatch_file dispatch_item approval file_evidence sending"
                                                + " sending_done resend_request payment_stop stop_answer")),
                        Map.entry(
                                "reconciliation",
                                words(
                                        "result_file result_line statement statement_line clearing cleared"
                                                + " explanation point_total_file point_total point_lot"
                                                + " point_lot_file point_lot_line point_lot_event day_close"
                                                + " day_close_line day_close_recovery")),
                        Map.entry(
                                "database",
                                List.of(
                                        "installation",
                                        "flyway_schema_history",
                                        "batch_job_instance",
                                        "batch_job_execution",
                                        "batch_job_execution_params",
                                        "batch_job_execution_context",
                                        "batch_step_execution",
                                        "batch_step_execution_context")));
        Map<String, String> owners = new TreeMap<>();
        byStage.forEach((stage, tables) -> tables.forEach(table -> owners.put(table, stage)));
        return owners;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static List<String> tables() {
        return list("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    }

    private static List<String> tablesWith(String privilege) {
        return DATABASE.jdbc()
                .sql(
                        """
                        SELECT table_name FROM information_schema.role_table_grants g
                        JOIN pg_tables t ON t.schemaname = 'public' AND t.tablename = g.table_name
                        WHERE grantee = 'kyufu_app' AND privilege_type = ?
                        """)
                .param(privilege)
                .query(String.class)
                .list();
    }

    private static String anyColumn(String table) {
        return DATABASE.jdbc()
                .sql(
                        "SELECT column_name FROM information_schema.columns"
                                + " WHERE table_name = ? AND is_identity = 'NO' LIMIT 1")
                .param(table)
                .query(String.class)
                .single();
    }

    private static List<String> list(String sql) {
        return DATABASE.jdbc().sql(sql).query(String.class).list();
    }

    private static void refuses(JdbcClient who, String statement) {
        String answer = "done";
        try {
            who.sql(statement).update();
        } catch (DataAccessException e) {
            answer = String.valueOf(e.getMostSpecificCause().getMessage());
        }
        assertThat(answer).as(statement).contains("rows are never changed or deleted");
    }
}
