package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kyufu.export.Export;
import jp.kyufu.samples.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * What went wrong in other cities with old checks, altered data, missed hours and what came after,
 * every act a command as it is typed (docs/safety.md).
 */
class CommandIncidentsTest {

    @TempDir Path directory;
    private Village village;
    private Path out;

    @BeforeEach
    void settle() {
        village = new Village(directory, 36, 9_999, false);
        out = directory.resolve("out");
    }

    @AfterEach
    void leave() {
        village.close();
    }

    /** The check's copy of the ledger was old; 993 households were paid twice. */
    @Test
    void neyagawa2020NothingIsBuiltWhileAnApplicationWaitsToBeAssessed() {
        apply(3, 6);
        done("assess");
        apply(9);
        refused("Applications came in", "files", "build", "--as", "OFFICE");
        done("assess");
        done("files", "build", "--as", "OFFICE");
        assertThat(payments(1)).hasSize(3);
        village.verify();
    }

    /** A paid row was deleted; the household looked unpaid. */
    @Test
    void miyazaki2024APaidHouseholdCannotBeMadeToLookUnpaid() {
        released(3, 6);
        for (String table : List.of("payment", "payment_share", "payment_event")) {
            assertThatThrownBy(() -> village.jdbc().sql("DELETE FROM " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
        apply(12, 3);
        done("assess");
        done("files", "build", "--as", "OFFICE");
        assertThat(payments(1)).hasSize(2);
        assertThat(payments(2)).as("household 12 alone").hasSize(1);
        village.verify();
    }

    /** A payment far above what a household can be due; a needless order beside the file. */
    @Test
    void abu2022NeitherAnAmountAboveTheCapNorASecondOrderLeavesTheHouse() {
        apply(2, 3);
        done("assess");
        tamper("UPDATE program SET cap_cash = 10000");
        refused("Payment", "files", "build", "--as", "OFFICE");
        tamper("UPDATE program SET cap_cash = 100000");
        done("files", "build", "--as", "OFFICE");
        files("submit", "OFFICE", 1);
        files("approve", "APPROVER", 1);
        files("release", "FINANCE", 1, "--out", out.toString());
        String other = directory.resolve("other").toString();
        refused("released", "files", "release", "1", "--as", "FINANCE", "--out", other);
        files("sent", "FINANCE", 1, "--how", "bank channel", "--to", "bank");
        refused("handed over", "files", "download", "1", "--as", "FINANCE", "--out", other);
        assertThat(filesIn(Path.of(other))).isEmpty();
        village.verify();
    }

    /** Accounts changed between the ledger and the file. */
    @Test
    void iwaki2023AnAccountThatChangedAfterTheBuildKeepsTheFileIn() {
        built(3, 6);
        tamper(
                "UPDATE account SET sealed = (SELECT sealed FROM account WHERE application_id ="
                        + " (SELECT min(application_id) FROM account))");
        refused("in file 1", "files", "submit", "1", "--as", "OFFICE");
        assertThat(village.command("verify").exitCode()).isEqualTo(1);
    }

    /** Another data set went out than was approved; the paid mark went to the wrong people. */
    @Test
    void fujikawaguchiko2023OtherBytesThanApprovedAreNotReleasedAndNobodyIsMarkedPaid() {
        built(3, 6);
        files("submit", "OFFICE", 1);
        files("approve", "APPROVER", 1);
        tamper("UPDATE dispatch_file SET digest = sha256('another data set')");
        refused(
                "not what was approved",
                "files",
                "release",
                "1",
                "--as",
                "FINANCE",
                "--out",
                out.toString());
        assertThat(payments(1)).allMatch("IN_FILE"::equals);
        assertThat(filesIn(out)).isEmpty();
    }

    /** One list was approved, another uploaded to the point provider. */
    @Test
    void tottori2023OfTwoListsOfPointsTheApprovedOneAloneCanLeave() {
        built(4, 8);
        files("submit", "OFFICE", 1);
        files("approve", "APPROVER", 1);
        files("withdraw", "FINANCE", 1, "--reason", "a member moved");
        done("files", "build", "--as", "OFFICE");
        files("submit", "OFFICE", 2);
        String folder = out.toString();
        refused("SUBMITTED", "files", "release", "2", "--as", "FINANCE", "--out", folder);
        refused("WITHDRAWN", "files", "release", "1", "--as", "FINANCE", "--out", folder);
        refused("WITHDRAWN", "files", "download", "1", "--as", "FINANCE", "--out", folder);
        assertThat(filesIn(out)).isEmpty();
        village.verify();
    }

    /** 2,248 payments were approved and never sent. */
    @Test
    void hikone2025AnApprovedFileIsAnAlarmUntilItIsSentAndTooLateOnItsDay() {
        built(3, 6);
        files("submit", "OFFICE", 1);
        files("approve", "APPROVER", 1);
        Answer alarm = village.command("alarms");
        assertThat(alarm.exitCode()).isEqualTo(1);
        assertThat(alarm.out()).contains("and not released");
        String day = "2026-06-02";
        assertThat(village.command("alarms", "--today", day).exitCode()).isEqualTo(1);
        refused(
                "withdraw 1",
                "files",
                "release",
                "1",
                "--as",
                "FINANCE",
                "--out",
                out.toString(),
                "--today",
                day);
        assertThat(filesIn(out)).isEmpty();
        files("withdraw", "FINANCE", 1, "--reason", "too late", "--today", day);
        done("files", "build", "--as", "OFFICE", "--today", day);
        assertThat(
                        village.jdbc()
                                .sql("SELECT pay_date::text FROM dispatch_file WHERE file_no = 2")
                                .query(String.class)
                                .single())
                .isEqualTo("2026-06-03");
        village.verify();
    }

    /** Sent half an hour after the cut-off; 6,399 households were paid a day late. */
    @Test
    void kawasaki2020AfterTheCutOffNoStepIsTaken() {
        built(3, 6);
        String late = "12:30";
        refused("cannot be paid", "files", "submit", "1", "--as", "OFFICE", "--time", late);
        files("submit", "OFFICE", 1);
        refused("cannot be paid", "files", "approve", "1", "--as", "APPROVER", "--time", late);
        files("approve", "APPROVER", 1);
        refused(
                "cannot be paid",
                "files",
                "release",
                "1",
                "--as",
                "FINANCE",
                "--out",
                out.toString(),
                "--time",
                late);
        files("release", "FINANCE", 1, "--out", out.toString());
        village.verify();
    }

    /** 400 M yen of points expired on day 119 of 120. */
    @Test
    void yokohama2023PointsThatAreStillGoodDoNotExpireWhateverTheProviderSays() {
        released(8);
        long payment = paymentOf(8);
        Path granted =
                village.write(
                        "granted.csv",
                        "付与番号,結果コード,付与日時,ポイント数\n%d,0,2026-06-02 10:00:00,18000\n"
                                .formatted(payment));
        done(
                "import",
                "point-results",
                granted.toString(),
                "--as",
                "FINANCE",
                "--today",
                "2026-06-02");
        assertThat(village.payment(payment)).isEqualTo("SETTLED");
        Path lots =
                village.write(
                        "lots.csv",
                        "付与番号,区分,発生日,ポイント数\n%d,失効,2026-12-30,18000\n".formatted(payment));
        Answer early =
                village.command(
                        "import",
                        "point-lots",
                        lots.toString(),
                        "--as",
                        "FINANCE",
                        "--today",
                        "2026-12-30");
        assertThat(early.out()).as(early.err()).contains("EXPIRED_EARLY");
        assertThat(village.payment(payment)).isEqualTo("SETTLED");
        refused(
                "before",
                "lots",
                "expired",
                "" + payment,
                "--evidence",
                "letter",
                "--who",
                "provider",
                "--as",
                "FINANCE",
                "--today",
                "2026-12-30");
        refused("LOT_LINE", "close", "--as", "FINANCE", "--today", "2026-12-30");
        village.verify();
    }

    /** One clerk edited a copy of the ledger for years. */
    @Test
    void aizuwakamatsuARowThatSomebodyAltersIsNamed() {
        released(3, 6);
        done("verify");
        tamper("UPDATE dispatch_item SET amount = amount + 1 WHERE payment_no = " + paymentOf(6));
        Answer found = village.command("verify");
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out()).contains("file-item-is-its-payment", "payment_no " + paymentOf(6));
    }

    /** 15.7 M yen of subsidy were not claimed. */
    @Test
    void ena2023TheSubsidyIsWhatWasSettledLessWhatCameBack() {
        released(3, 6);
        Map<Long, Character> codes = new LinkedHashMap<>();
        codes.put(paymentOf(3), '0');
        codes.put(paymentOf(6), '0');
        results(codes);
        assertThat(subsidy()).contains(",10000,");
        results(Map.of(paymentOf(6), '1'));
        assertThat(subsidy()).contains(",5000,").doesNotContain(",10000,");
        village.verify();
    }

    private void apply(int... households) {
        Path file =
                village.file(
                        IntStream.of(households)
                                .mapToObj(h ->
                                        Village.application(
                                                h, "W%010d".formatted(h), "2026-04-01 09:00:00"))
                                .toList());
        done("import", "applications", file.toString());
    }

    private void built(int... households) {
        apply(households);
        done("assess");
        done("files", "build", "--as", "OFFICE");
    }

    private void released(int... households) {
        built(households);
        files("submit", "OFFICE", 1);
        files("approve", "APPROVER", 1);
        files("release", "FINANCE", 1, "--out", out.toString());
    }

    private void files(String act, String person, int file, String... more) {
        List<String> words = new ArrayList<>(List.of("files", act, "" + file, "--as", person));
        words.addAll(List.of(more));
        done(words.toArray(String[]::new));
    }

    private void done(String... words) {
        Answer answer = village.command(words);
        assertThat(answer.exitCode()).as(String.join(" ", words) + ": " + answer.err()).isZero();
    }

    private void refused(String why, String... words) {
        Answer answer = village.command(words);
        assertThat(answer.exitCode())
                .as(String.join(" ", words) + ": " + answer.out())
                .isEqualTo(1);
        assertThat(answer.err()).contains(why);
    }

    private void results(Map<Long, Character> codes) {
        try {
            Path back = directory.resolve("results-" + codes.size() + ".txt");
            Files.write(back, ReturnedFile.of(village.released(out, 1), codes, true));
            done("import", "results", back.toString(), "--as", "FINANCE", "--today", "2026-06-03");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String subsidy() {
        try {
            Path file = directory.resolve("subsidy.csv");
            Files.deleteIfExists(file);
            done("export", "subsidy", "--out", file.toString());
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> filesIn(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long paymentOf(int h) {
        return Long.parseLong(
                village.export(Export.PAYMENTS, "receipt_no")
                        .get("W%010d".formatted(h))
                        .get("payment_no"));
    }

    private List<String> payments(int file) {
        return village.jdbc()
                .sql(
                        "SELECT p.state::text FROM payment p JOIN dispatch_item USING (payment_no)"
                                + " WHERE file_no = "
                                + file)
                .query(String.class)
                .list();
    }

    /** What somebody does who has the superuser's password and switches the triggers off. */
    private void tamper(String sql) {
        try (Connection connection = village.database.superuserDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
            statement.execute("RESET session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
