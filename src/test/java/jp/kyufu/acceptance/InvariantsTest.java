package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Design §3 against somebody who has the application's password and no scruples: every statement is
 * sent as kyufu_app, past all Java. File 1 (cash) is released, file 2 (points) built, household 5
 * still planned. The name of each test begins with the number of the invariant.
 */
class InvariantsTest {

    @TempDir static Path directory;
    private static Village village;
    private static int released;
    private static int draft;
    private static long sent;
    private static long inDraft;
    private static long planned;

    @BeforeAll
    static void settle() {
        village = new Village(directory, 12, 9_999);
        planned =
                one(
                        "SELECT payment_no FROM payment JOIN application USING (application_id)"
                                + " WHERE receipt_no = 'W0000000005'");
        raise(planned, "left out");
        List<Integer> files = village.build();
        resolve("left out");
        released = files.get(0);
        draft = files.get(1);
        FileActs acts = village.get(FileActs.class);
        acts.submit(List.of(released), "OFFICE");
        acts.approve(List.of(released), "APPROVER");
        acts.release(List.of(released), directory.resolve("out"), "FINANCE");
        sent = one("SELECT min(payment_no) FROM dispatch_item WHERE file_no = " + released);
        inDraft = one("SELECT min(payment_no) FROM dispatch_item WHERE file_no = " + draft);
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    @Test
    void i1_aSecondEntitlementOfAResidentIsRefused() {
        refused(
                "INSERT INTO entitlement (program_id, resident_no, household_no, since_snapshot)"
                        + " SELECT program_id, resident_no, household_no, since_snapshot FROM entitlement LIMIT 1");
        refused("DELETE FROM entitlement");
        refused("UPDATE entitlement SET resident_no = '1'");
        refused("UPDATE entitlement SET household_no = '1'");
    }

    @Test
    void i2_aSecondLiveShareOrPaymentIsRefused() {
        refused(
                "INSERT INTO payment_share SELECT 999, resident_no, program_id, correction, amount, true"
                        + " FROM payment_share LIMIT 1");
        refused("INSERT INTO payment SELECT * FROM payment LIMIT 1");
        refused("UPDATE payment_share SET live = false");
        refused("UPDATE payment_share SET amount = 1");
        refused("UPDATE payment_counter SET last_no = 0");
        refused(
                "SELECT plan_retry("
                        + sent
                        + ", 1::smallint, current_date, 'OFFICE', 'again', 'x')");
        assertThat(
                        one(
                                "SELECT plan_payments(1::smallint, current_date, 'OFFICE', 'x',"
                                        + " hold_numbers(), 9999999999)"))
                .isZero();
    }

    @Test
    void i3_aStateChangesOnlyByAPostingThatTheTableOfMovementsAllows() {
        refused("UPDATE payment SET state = 'SETTLED'");
        refused("UPDATE payment SET amount = 1");
        refused(
                "INSERT INTO payment_event SELECT payment_no, 9::smallint, 'RETURNED', 'PLANNED', amount, posting_id"
                        + " FROM payment_event LIMIT 1");
        refused("UPDATE payment_event SET amount = 1");
        refused(
                "INSERT INTO posting (program_id, business_day, person, act, why, cause)"
                        + " VALUES (1, current_date, 'x', 'x', '', '')");
        for (String move :
                List.of(
                        "{PLANNED}', 'RELEASED",
                        "{RELEASED}', 'PLANNED",
                        "{RELEASED}', 'SETTLED",
                        "{RELEASED}', 'CANCELLED",
                        "{PLANNED}', 'ACCEPTED")) {
            refused("SELECT post_payments(1, '{" + sent + "}', '" + move + "')");
            refused("SELECT move_payments(1, '{" + sent + "}', '" + move + "')");
        }
        refused("SELECT post_payments(1, '{" + inDraft + "}', '{IN_FILE}', 'CANCELLED')");
        refused("SELECT post_payments(1, '{" + inDraft + "}', '{IN_FILE}', 'RETURNED')");
        refused("SELECT post_payments(1, '{" + sent + "," + sent + "}', '{RELEASED}', 'ACCEPTED')");
    }

    @Test
    void i4_aFileIsReleasedOnceAndNeverTakenBack() {
        for (String state :
                List.of(
                        "DRAFT",
                        "SUBMITTED",
                        "APPROVED",
                        "RELEASED",
                        "REJECTED",
                        "WITHDRAWN",
                        "SETTLED")) {
            refused(move(released, state, "ALL", "because"));
        }
        refused("UPDATE dispatch_file SET state = 'RELEASED'");
        refused("UPDATE dispatch_file SET sealed = ''");
        refused(move(draft, "RELEASED", "FINANCE", ""));
        refused(move(draft, "ACCEPTED", "FINANCE", "said so"));
        refused(move(draft, "REJECTED", "APPROVER", ""));
        refused("INSERT INTO dispatch_file SELECT * FROM dispatch_file LIMIT 1");
        refused(
                "INSERT INTO dispatch_item SELECT payment_no, "
                        + draft
                        + ", amount, fingerprint FROM dispatch_item WHERE file_no = "
                        + released);
        refused("DELETE FROM dispatch_item");
    }

    /** Found by {@link ModelTest}: it was an error of the database, not a word to the person. */
    @Test
    void i4_whoSubmitsAFileThatAnotherHasReleasedIsToldWhatBecameOfIt() {
        assertThatThrownBy(() -> village.get(FileActs.class).submit(List.of(released), "OFFICE2"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("dispatch.released"));
    }

    @Test
    void i5_anApprovalIsNeitherWrittenNorChangedByHand() {
        refused(
                "INSERT INTO approval (file_no, person, sha256, count, sum, digest)"
                        + " SELECT file_no, 'APPROVER', sha256, count, sum, digest FROM dispatch_file WHERE file_no = "
                        + draft);
        refused("UPDATE approval SET sha256 = sha256('x')");
        refused("UPDATE dispatch_file SET sha256 = sha256('x')");
        refused("UPDATE dispatch_item SET fingerprint = NULL");
    }

    @Test
    void i6_theMakerDoesNotApproveAndThePeopleOfAFileCannotBeRewritten() {
        village.get(FileActs.class).submit(List.of(draft), "OFFICE2");
        refused(move(draft, "APPROVED", "OFFICE", ""));
        refused(move(draft, "APPROVED", "OFFICE2", ""));
        refused("UPDATE dispatch_file SET built_by = 'x'");
        refused("UPDATE dispatch_file SET submitted_by = NULL");
        refused("UPDATE finding SET decided_by = 'x' WHERE state <> 'OPEN'");
        refused("DELETE FROM finding");
        refused("UPDATE account SET sealed = NULL");
        refused("UPDATE resident SET name = 'x'");
        refused("DELETE FROM resident");
    }

    @Test
    void i6_aFileAboveCapOrBudgetOrWithAnAmountOfItsOwnIsRefused() {
        refused(create(sent, 5_000));
        refused(create(planned, 1));
        refused(create(planned, 999_999_999));
        assertThat(village.payment(planned)).isEqualTo("PLANNED");
    }

    @Test
    void i7_aFileWhosePaymentsWereNotTakenDoesNotOutliveItsTransaction() {
        refused(add(planned, 5_000));
        refused(
                "WITH added AS (%s) SELECT move_files('{77}', 'SUBMITTED', current_date, 'OFFICE', '') FROM added"
                        .formatted(add(planned, 5_000)));
        assertThat(one("SELECT count(*) FROM dispatch_file WHERE file_no = 77")).isZero();
    }

    @Test
    void i7_theGateCannotBeWalkedAroundByAnotherEntrance() {
        raise(inDraft, "i7");
        try {
            refused(move(draft, "SUBMITTED", "OFFICE", ""));
            assertThat(
                            village.jdbc()
                                    .sql("SELECT code FROM gate_blocked('{" + inDraft + "}')")
                                    .query(String.class)
                                    .list())
                    .contains("RESULT_UNEXPLAINED");
        } finally {
            resolve("i7");
        }
    }

    @Test
    void i8_nothingIsDeletedTruncatedOrSwitchedOff() {
        List<String> tables =
                village.jdbc()
                        .sql(
                                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                                        + " AND relnamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list();
        assertThat(tables).contains("payment", "dispatch_file", "audit_event", "account");
        for (String table : tables) {
            refused("TRUNCATE " + table);
            refused("DROP TABLE " + table);
            refused("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            if (!table.startsWith("batch_")
                    && !List.of("budget_line", "match_evidence").contains(table)) {
                refused("DELETE FROM " + table);
            }
        }
        refused("SET session_replication_role = replica");
        refused("SET ROLE kyufu_owner");
        refused("CREATE TABLE mine (a int)");
        refused(
                "CREATE OR REPLACE FUNCTION gate_words(bigint[]) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'");
        refused("COPY payment TO PROGRAM 'cat'");
    }

    @Test
    void i8_factsOfTheAuditTheResultsAndTheIntakeStay() {
        refused("UPDATE audit_event SET person = 'x'");
        refused("UPDATE result_line SET bucket = 'APPLIED'");
        refused("UPDATE result_file SET name = 'x'");
        refused("UPDATE application SET receipt_no = 'x'");
        refused("UPDATE decision_history SET amount = 1");
        refused("UPDATE entitlement_event SET change = 'ADDED'");
        refused("UPDATE program SET rate_cash = 1");
        refused("UPDATE program SET reference_date = '2020-01-01'");
        refused("UPDATE match_decision SET resident_no = '1'");
    }

    private static String move(int file, String state, String person, String why) {
        return "SELECT move_files('{%d}', '%s', current_date, '%s', '%s')"
                .formatted(file, state, person, why);
    }

    /** A file of one payment, said to be of this amount, in the way the program makes it. */
    private static String create(long payment, long amount) {
        return "WITH added AS (%s) SELECT take_files(1::smallint, current_date, 'OFFICE') FROM added"
                .formatted(add(payment, amount));
    }

    private static String add(long payment, long amount) {
        return """
        SELECT add_file(1::smallint, p.rail, CASE p.rail WHEN 'CASH' THEN DATE '2026-06-02' END, 'OFFICE', 77,
            'own.txt', 'x', sha256('x'), 'x', ARRAY[p.payment_no], ARRAY[%2$d::bigint], ARRAY[c.fingerprint])
        FROM payment p JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
        WHERE p.payment_no = %1$d
        """
                .formatted(payment, amount);
    }

    private static void raise(long payment, String detail) {
        one(
                "SELECT count(raise_finding(1::smallint, 'RESULT_UNEXPLAINED', NULL, %d, NULL, NULL, '%s')::text)"
                        .formatted(payment, detail));
    }

    private static void resolve(String detail) {
        one(
                "SELECT count(resolve_finding(finding_no, 'CONFIRM', 'OFFICE2', 'test')::text)"
                        + (" FROM finding WHERE state = 'OPEN' AND detail = '" + detail + "'"));
    }

    private static long one(String sql) {
        return village.jdbc().sql(sql).query(Long.class).single();
    }

    /** Refused by the database, and for what it is: not for a slip in the statement. */
    private static void refused(String sql) {
        assertThatThrownBy(() ->
                        village.database
                                .transaction()
                                .executeWithoutResult(
                                        _ -> village.jdbc().sql(sql).query(row -> {})))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .satisfies(e ->
                        assertThat(String.valueOf(((DataAccessException) e).getMostSpecificCause()))
                                .as(sql)
                                .doesNotContain(
                                        "syntax error", "does not exist", "division by zero"));
    }
}
