package jp.kyufu.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.dispatch.Sendings;
import jp.kyufu.dispatch.Stops;
import jp.kyufu.payment.Ledger;
import jp.kyufu.reconciliation.Results;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a superuser with every trigger off does to the tables of a ledger that was paid, answered
 * and tried again: rows altered column by column, removed, put in, exchanged, cut off the end. Each
 * is found, and the place is named. Every wrong is rolled back.
 */
class TamperingTest {

    @TempDir static Path directory;
    private static Ledger ledger;
    private static Connection connection;
    private static JdbcClient superuser;

    @BeforeAll
    static void payAnswerAndRetry() throws IOException, SQLException {
        ledger = new Ledger(directory, 5);
        ledger.households(1, 12).plan();
        release();
        ledger.get(FileActs.class).download(1, directory.resolve("again"), "finance");
        Evidence evidence = new Evidence("fax", "bank", Ledger.TODAY);
        ledger.get(FileDoubts.class).unknown(3, "line cut", "finance");
        ledger.get(FileDoubts.class).neverReceived(3, evidence, "finance");
        ledger.get(Sendings.class).askToResend(3, "never received", "office");
        ledger.get(Sendings.class).resend(3, directory.resolve("again"), "finance");
        ledger.get(Stops.class).add(7, "moved", "office");
        ledger.get(Stops.class).refused(1, evidence, "finance");
        answer("furikomi-test-2026-000001-20260603.txt", "1");
        answer("furikomi-test-2026-000002-20260603.txt", "0");
        ledger.get(Returns.class)
                .retry(ledger.program, 1, new RetryTo.Points(), "by phone", "office");
        ledger.owner(
                """
                INSERT INTO match_decision (application_id, verdict, decided_by, reason)
                SELECT application_id, 'NOBODY', 'office', 'x' FROM application LIMIT 2
                """);
        ledger.owner("UPDATE match_decision SET revoked_by = 'office', revoked_at = now()");
        ledger.owner(
                """
                INSERT INTO entitlement_event (program_id, resident_no, snapshot_id, change)
                SELECT program_id, resident_no, 1, 'ADDED' FROM entitlement LIMIT 3
                """);
        ledger.owner("UPDATE decision SET codes = '{X}'");
        release();
        assertThat(ledger.get(Books.class).verify()).isEmpty();
        connection = ledger.database.superuserDataSource().getConnection();
        connection.setAutoCommit(false);
        superuser = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    @Test
    void everyColumnOfEveryFactThatIsAlteredIsFound() {
        TreeSet<String> tried = new TreeSet<>();
        for (String table : facts()) {
            for (Map.Entry<String, String> column : columns(table).entrySet()) {
                String alter =
                        "UPDATE %1$s SET %2$s = %3$s WHERE ctid = (SELECT max(ctid) FROM %1$s)"
                                .formatted(
                                        table,
                                        column.getKey(),
                                        AnotherValue.of(column.getKey(), column.getValue()));
                if (isFound(alter, "facts-are-as-they-came-in of_table " + table)) {
                    tried.add(table);
                }
            }
        }
        assertThat(tried).contains(facts().toArray(String[]::new));
    }

    @Test
    void everyFactThatIsRemovedIsFound() {
        for (String table : facts()) {
            for (String which : List.of("min", "max")) {
                isFound(
                        "DELETE FROM %1$s WHERE ctid = (SELECT %2$s(ctid) FROM %1$s)"
                                .formatted(table, which),
                        "facts-are-as-they-came-in of_table " + table);
            }
            isFound("DELETE FROM " + table, "facts-are-as-they-came-in of_table " + table);
        }
    }

    @Test
    void everyFactThatIsPutInIsFound() {
        for (String table : facts()) {
            String key = shiftedKey(table);
            List<String> names = names(table);
            isFound(
                    "INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM %1$s LIMIT 1"
                            .formatted(
                                    table,
                                    String.join(", ", names),
                                    names.stream()
                                            .map(name ->
                                                    name.equals(key)
                                                            ? AnotherValue.of(
                                                                    name, columns(table).get(name))
                                                            : name)
                                            .collect(Collectors.joining(", "))),
                    "facts-are-as-they-came-in of_table " + table);
        }
    }

    @Test
    void whatTwoRowsExchangeIsFoundThoughEverySumIsTheSame() {
        isFound(
                """
                UPDATE account a SET fingerprint = b.fingerprint, sealed = b.sealed
                FROM account b
                WHERE (a.application_id, b.application_id) IN
                      ((4294967297, 4294967298), (4294967298, 4294967297))
                  AND a.version = 1 AND b.version = 1
                """,
                "facts-are-as-they-came-in of_table account");
        isFound(
                """
                UPDATE payment_event a SET posting_id = b.posting_id
                FROM payment_event b
                WHERE a.payment_no = 2 AND b.payment_no = 2 AND (a.seq, b.seq) IN ((2, 3), (3, 2))
                """,
                "facts-are-as-they-came-in of_table payment_event");
        isFound(
                "UPDATE payment_share SET resident_no = CASE resident_no WHEN '11' THEN '21' ELSE '11' END,"
                        + " payment_no = 1 WHERE resident_no IN ('11', '21') AND payment_no IN (1, 2)",
                "facts-are-as-they-came-in of_table payment_share");
    }

    @Test
    void everyRowThatChangesWithActsIsFollowed() {
        isFound(
                "UPDATE dispatch_file SET closed_at = now() WHERE file_no = 2",
                "changes-were-told object dispatch_file 2");
        isFound(
                "UPDATE dispatch_file SET evidence = 'another' WHERE file_no = 2",
                "changes-were-told object dispatch_file 2");
        isFound(
                "DELETE FROM dispatch_file WHERE file_no = 3",
                "changes-were-told object dispatch_file 3");
        isFound(
                "UPDATE program SET rate_cash = rate_cash + 1",
                "changes-were-told object program 1");
        isFound(
                "UPDATE budget_line SET cash = cash + 1",
                "changes-were-told object budget_line 1 ");
        isFound("DELETE FROM budget_line", "changes-were-told object budget_line 1 ");
        isFound(
                "UPDATE person SET ends_on = '2099-01-01' WHERE person_id = 'office'",
                "changes-were-told object person office");
        isFound(
                "INSERT INTO person (person_id, added_by) VALUES ('stranger', 'x')",
                "changes-were-told object person stranger");
        isFound(
                "UPDATE finding SET decided_by = 'x' WHERE state = 'RESOLVED'",
                "changes-were-told object finding ");
        isFound(
                "UPDATE match_decision SET revoked_at = NULL, revoked_by = NULL",
                "changes-were-told object match_decision 1");
    }

    @Test
    void theAuditChainShowsWhatWasDoneToIt() {
        for (Map.Entry<String, String> column : columns("audit_event").entrySet()) {
            isFound(
                    "UPDATE audit_event SET %s = %s WHERE seq = 5"
                            .formatted(
                                    column.getKey(),
                                    AnotherValue.of(column.getKey(), column.getValue())),
                    column.getKey().equals("seq") ? "GAP" : "5 CHANGED");
        }
        isFound("DELETE FROM audit_event WHERE seq = 5", "6 GAP");
        isFound("DELETE FROM audit_event WHERE seq = 1", "2 GAP");
        isFound(
                "INSERT INTO audit_event SELECT (SELECT max(seq) + 1 FROM audit_event), at, person, act, object,"
                        + " detail, prev_hash, hash FROM audit_event WHERE seq = 5",
                "UNCHAINED");
        isFound(
                "UPDATE audit_event SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6);"
                        + " UPDATE audit_event SET seq = -seq WHERE seq < 0",
                "5 CHANGED");
    }

    @Test
    void anEndThatIsCutOffShowsInTheFilesAndInTheTables() {
        long last = count("SELECT max(anchor_seq) FROM dispatch_file");
        isFound("DELETE FROM audit_event WHERE seq >= " + last, "file-anchors-the-audit-chain");
        isFound(
                "DELETE FROM audit_event WHERE seq > " + last,
                "changes-were-told object dispatch_file");
        isFound("DELETE FROM audit_event", "facts-are-as-they-came-in of_table posting");
    }

    @Test
    void aChainThatIsWrittenAnewFromEndToEndIsFoundByWhatFilesRemember() {
        String rewrite =
                """
                DO $$
                DECLARE
                    e audit_event%ROWTYPE;
                    before bytea := decode(repeat('00', 32), 'hex');
                BEGIN
                    UPDATE audit_event SET person = 'somebody' WHERE seq = 3;
                    FOR e IN SELECT * FROM audit_event ORDER BY seq LOOP
                        UPDATE audit_event SET prev_hash = before,
                            hash = audit_hash(before, e.seq, e.at, e.person, e.act, e.object, e.detail)
                        WHERE seq = e.seq RETURNING hash INTO before;
                    END LOOP;
                END $$
                """;
        assertThat(found(rewrite))
                .anyMatch(line -> line.startsWith("file-anchors-the-audit-chain file_no 1"))
                .noneMatch(line -> line.contains("CHANGED") || line.contains("UNCHAINED"));
    }

    /** Whether the database itself let it happen; if so it must be found, by these words. */
    private static boolean isFound(String wrong, String words) {
        List<String> found;
        try {
            found = found(wrong);
        } catch (DataAccessException e) { // a CHECK refuses even a superuser
            return false;
        }
        assertThat(found).as(wrong).anyMatch(line -> line.contains(words));
        return true;
    }

    /** What every check says about a ledger to which this was done. */
    private static List<String> found(String wrong) {
        try {
            superuser.sql("SET session_replication_role = replica").update();
            superuser.sql(wrong).update();
            BooksStore books = new BooksStore(superuser);
            Stream<String> checks =
                    books.checks().entrySet().stream()
                            .flatMap(check ->
                                    books.rows(check.getValue()).stream()
                                            .map(row -> check.getKey() + " " + row));
            Stream<String> chain =
                    new Audit(superuser)
                            .verify().stream()
                                    .map(problem ->
                                            "chain " + problem.seq() + " " + problem.kind());
            return Stream.concat(checks, chain).toList();
        } finally {
            rollback();
        }
    }

    private static void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables of facts that have a row. */
    private static List<String> facts() {
        List<String> tables =
                superuser.sql("SELECT of_table FROM facts()").query(String.class).list();
        rollback();
        assertThat(tables)
                .hasSizeGreaterThan(12)
                .contains("payment_event", "result_line", "approval");
        return tables.stream().filter(table -> count("SELECT count(*) FROM " + table) > 0).toList();
    }

    /** Columns that are facts, with their types. */
    private static Map<String, String> columns(String table) {
        Map<String, String> columns =
                superuser
                        .sql(
                                """
                                SELECT a.attname, format_type(a.atttypid, NULL) AS type FROM pg_attribute a
                                WHERE a.attrelid = ?::regclass AND a.attnum > 0
                                  AND NOT a.attname = ANY (coalesce((SELECT columns FROM changeable()
                                                                     WHERE of_table = ?), '{}'))
                                ORDER BY a.attnum
                                """)
                        .params(table, table)
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (a, _) -> a,
                                        LinkedHashMap::new));
        rollback();
        return columns;
    }

    /** All columns of a table. */
    private static List<String> names(String table) {
        List<String> names =
                superuser
                        .sql(
                                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                                        + " ORDER BY attnum")
                        .param(table)
                        .query(String.class)
                        .list();
        rollback();
        return names;
    }

    private static String shiftedKey(String table) {
        String key =
                superuser
                        .sql(
                                """
                                SELECT a.attname FROM pg_index i
                                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                                WHERE i.indrelid = ?::regclass AND i.indisprimary ORDER BY a.attnum LIMIT 1
                                """)
                        .param(table)
                        .query(String.class)
                        .optional()
                        .orElse("");
        rollback();
        return key;
    }

    private static long count(String sql) {
        long count = superuser.sql(sql).query(Long.class).single();
        rollback();
        return count;
    }

    private static void release() {
        List<DispatchFile> built =
                ledger.get(FileBuild.class)
                        .build(ledger.program, Optional.empty(), Optional.empty(), "office");
        List<Integer> files = built.stream().map(DispatchFile::fileNo).toList();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(files, "office");
        acts.approve(files, "approver");
        acts.release(files, directory.resolve("out"), "finance");
    }

    /** The bank's answer about every transfer of a file: the file itself, with result codes. */
    private static void answer(String name, String code) throws IOException {
        String sent =
                Files.readString(
                        directory.resolve("out").resolve(name), StandardCharsets.ISO_8859_1);
        String answered =
                sent.lines()
                        .map(record ->
                                record.startsWith("2")
                                        ? record.substring(0, 113) + code + record.substring(114)
                                        : record)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
        Path file = directory.resolve("answer-" + name);
        Files.writeString(file, answered, StandardCharsets.ISO_8859_1);
        ledger.get(Results.class).importTransfer(ledger.program, file, "finance");
    }
}
