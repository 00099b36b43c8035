package jp.kyufu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.dispatch.Alarm;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Points as lots (rule I15). The files say that points are good until 2027-03-31. Household 5 has a
 * wallet (payment 5, 18,000 points), household 10 a charge code (payment 10, 12,000 points); both
 * were granted on 2026-12-01, 120 days before.
 */
class PointLotsTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);
    private static final LocalDate GRANTED = LAST_DAY.minusDays(120);

    @TempDir Path directory;
    private BankCounter provider;
    private int files;

    @BeforeEach
    void grant() {
        provider = new BankCounter(directory, 100).send(1, 10);
        provider.ledger.on(GRANTED);
        provider.points("5,0,%1$s 10:00:00,18000\n10,0,%1$s 10:00:00,12000\n".formatted(GRANTED));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void eachGrantIsALotWithItsLastDay() {
        assertThat(lots().list(provider.ledger.program))
                .containsExactly(
                        new PointLot(
                                5, 18_000, GRANTED, LAST_DAY, PointLot.State.GRANTED, false, null),
                        new PointLot(
                                10,
                                12_000,
                                GRANTED,
                                LAST_DAY,
                                PointLot.State.GRANTED,
                                false,
                                null));
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void yokohama2023AnExpiryOnDay119Of120IsADiscrepancyAndNotAccepted() {
        LocalDate day119 = GRANTED.plusDays(119);
        provider.ledger.on(day119);
        assertThat(take("10,失効,%s,12000\n".formatted(day119)).buckets())
                .isEqualTo(Map.of("EXPIRED_EARLY", 1));
        assertThat(provider.ledger.state(10)).isEqualTo("SETTLED");
        assertThat(provider.open()).contains("LOT_LINE 1:2");
        // The same as a result, and in a letter.
        assertThat(provider.points("10,3,%s 10:00:00,12000\n".formatted(day119)).buckets())
                .isEqualTo(Map.of(Bucket.EXPIRED_EARLY, 1));
        assertThat(refused(() -> told(10, PointLots.Word.EXPIRED, day119)))
                .contains("before its time");
        assertThat(provider.ledger.state(10)).isEqualTo("SETTLED");
        assertThat(
                        provider.ledger.count(
                                "finding WHERE code = 'RESULT_UNEXPLAINED' AND state = 'OPEN' AND payment_no = 10"))
                .isEqualTo(2);
        // The last day is a day, too; the day after it is the first on which they have expired.
        provider.ledger.on(LAST_DAY.plusDays(1));
        assertThat(refused(() -> told(10, PointLots.Word.EXPIRED, LAST_DAY))).contains("before");
        told(10, PointLots.Word.EXPIRED, LAST_DAY.plusDays(1));
        assertThat(provider.ledger.state(10)).isEqualTo("RETURNED");
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void pointsPastTheirLastDayThatNobodyHasSpokenOfAreAnAlarm() {
        provider.ledger.on(LAST_DAY);
        assertThat(alarms()).isEmpty();
        provider.ledger.on(LAST_DAY.plusDays(1));
        assertThat(alarms()).hasSize(1);
        assertThat(alarms().getFirst().file().rail()).isEqualTo(Rail.POINTS);
        take("5,受取,%s,18000\n".formatted(LAST_DAY));
        assertThat(alarms()).hasSize(1);
        take("10,失効,%s,12000\n".formatted(LAST_DAY.plusDays(1)));
        assertThat(alarms()).isEmpty();
    }

    private List<Alarm> alarms() {
        return provider.ledger.get(Alarms.class).of(provider.ledger.program).stream()
                .filter(alarm -> alarm.kind() == Alarm.Kind.LOTS_OVERDUE)
                .toList();
    }

    @Test
    void theProvidersTotalsAreHeldAgainstWhatIsKnownOfLots() {
        LocalDate after = LAST_DAY.plusDays(1);
        provider.ledger.on(after);
        provider.totals(
                "test-2026,%s,2,30000,0,0\ntest-2026,%s,0,0,0,1\n".formatted(GRANTED, after));
        assertThat(provider.open()).anyMatch(open -> open.startsWith("POINT_TOTAL"));
        take("10,失効,%s,12000\n".formatted(after));
        assertThat(provider.open()).noneMatch(open -> open.startsWith("POINT_TOTAL"));
    }

    @Test
    void everyLineOfAFileIsInOneBucketAndWhatContradictsMovesNothing() {
        LocalDate day = GRANTED.plusDays(3);
        provider.ledger.on(day);
        PointLot.Summary summary =
                take(
                        """
                        5,受取,%1$s,18000
                        5,受取,%1$s,18000
                        5,取消,%1$s,18000
                        10,取消,%1$s,12000
                        10,受取,%1$s,11999
                        10,謎,%1$s,12000
                        99,受取,%1$s,1
                        10,受取,2020-01-01,12000
                        x,受取,%1$s,12000
                        """
                                .formatted(day));
        assertThat(summary.buckets())
                .isEqualTo(
                        Map.of(
                                "APPLIED", 1,
                                "ALREADY_APPLIED", 1,
                                "CONTRADICTS", 1,
                                "NOT_ASKED", 1,
                                "DIFFERS", 2,
                                "UNKNOWN_KIND", 1,
                                "UNKNOWN_LOT", 2));
        assertThat(provider.ledger.state(5)).isEqualTo("SETTLED");
        assertThat(provider.ledger.state(10)).isEqualTo("SETTLED");
        assertThat(provider.problems()).isEmpty();
        provider.explain("LOT_LINE", "1:7");
    }

    @Test
    void claimedPointsDoNotComeBack() {
        LocalDate day = GRANTED.plusDays(3);
        provider.ledger.on(day);
        told(10, PointLots.Word.CLAIMED, day);
        assertThat(refused(() -> ask(10))).contains("claimed");
        assertThat(provider.points("10,9,%s 10:00:00,12000\n".formatted(day)).buckets())
                .isEqualTo(Map.of(Bucket.AFTER_CLAIM, 1));
        assertThat(provider.ledger.state(10)).isEqualTo("SETTLED");
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void anUnclaimedCodeIsPaidInCashOnlyAfterTheProviderTookItBack() {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        assertThat(refused(() -> told(10, PointLots.Word.REVERSED, day))).contains("Nobody asked");
        ask(10);
        // Asked is not done: the points could still be claimed, so there is no other payment.
        assertThat(provider.ledger.state(10)).isEqualTo("SETTLED");
        assertThat(refused(() -> cash(10))).contains("no open finding");
        told(10, PointLots.Word.REVERSED, day);
        assertThat(provider.ledger.state(10)).isEqualTo("RETURNED");
        assertThat(refused(() -> told(10, PointLots.Word.CLAIMED, day))).contains("otherwise");
        long cash = cash(10);
        assertThat(
                        provider.ledger
                                .jdbc()
                                .sql(
                                        "SELECT rail || ' ' || amount || ' ' || state FROM payment WHERE payment_no = ?")
                                .param(cash)
                                .query(String.class)
                                .single())
                .isEqualTo("CASH 10000 PLANNED");
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void theProviderMayRefuseAndBeAskedAgain() {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        ask(10);
        assertThat(refused(() -> ask(10))).contains("recorded");
        told(10, PointLots.Word.REVERSAL_REFUSED, day);
        ask(10);
        told(10, PointLots.Word.REVERSED, day);
        assertThat(lots().show(provider.ledger.program, 10).events())
                .extracting(PointLot.Event::kind)
                .containsExactly(
                        "REVERSAL_ASKED", "REVERSAL_REFUSED", "REVERSAL_ASKED", "REVERSED");
    }

    /** Two connections: one takes the points back, the other claims them or pays cash meanwhile. */
    @Test
    void thereIsNoMomentInWhichPointsAndCashCouldBothBePaid() throws Exception {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        ask(10);
        try (Connection reversing = provider.ledger.database.appDataSource().getConnection()) {
            reversing.setAutoCommit(false);
            reversing
                    .createStatement()
                    .execute(
                            "SELECT tell_lot(10, 'REVERSED', '%1$s', '%1$s', 'finance', 'x', 'x')"
                                    .formatted(day));
            CompletableFuture<String> cash =
                    CompletableFuture.supplyAsync(() ->
                            said(
                                    "SELECT plan_retry(10, 1::smallint, '%s', 'office', 'x', 'x')"
                                            .formatted(day)));
            CompletableFuture<String> claim =
                    CompletableFuture.supplyAsync(() ->
                            said(
                                    "SELECT tell_lot(10, 'CLAIMED', '%1$s', '%1$s', 'finance', 'x', 'x')::text"
                                            .formatted(day)));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(cash).isNotDone();
            assertThat(claim).isNotDone();
            reversing.rollback();
            // Not taken back: the claim stands and no cash is paid.
            assertThat(cash.get(30, TimeUnit.SECONDS)).contains("not one that can be tried again");
            assertThat(claim.get(30, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(provider.ledger.count("payment_share WHERE live AND payment_no > 10")).isZero();
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void ofTwoWhoDecideTheNextRailAtOnceOneIsRefused() throws Exception {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        ask(10);
        told(10, PointLots.Word.REVERSED, day);
        CompletableFuture<String> cash =
                CompletableFuture.supplyAsync(() -> refusedOrDone(() -> cash(10)));
        CompletableFuture<String> points =
                CompletableFuture.supplyAsync(() ->
                        refusedOrDone(() ->
                                returns()
                                        .retry(
                                                provider.ledger.program,
                                                10,
                                                new RetryTo.Points(),
                                                "x",
                                                "office")));
        String both = cash.get(30, TimeUnit.SECONDS) + " / " + points.get(30, TimeUnit.SECONDS);
        assertThat(both).containsOnlyOnce("done");
        assertThat(
                        provider.ledger.count(
                                "payment_share WHERE live AND resident_no = '101' AND correction = 0"))
                .isEqualTo(1);
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void anotherWalletIsAVersionWithItsEvidenceAfterTheOldPointsAreTakenBack() {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        assertThat(refused(() -> wallet(5, "SP0000000777"))).contains("no open finding");
        ask(5);
        assertThat(refused(() -> wallet(5, "SP0000000777"))).contains("no open finding");
        told(5, PointLots.Word.REVERSED, day);
        assertThat(refused(() -> wallet(5, "SP777"))).contains("not a wallet id");
        assertThat(refused(() -> wallet(10, "SP0000000777"))).contains("no open finding");
        long next = wallet(5, "ｓｐ ００００-０００７７７");
        assertThat(provider.ledger.state(next)).isEqualTo("PLANNED");
        List<AccountVersion> versions =
                provider.ledger.get(Accounts.class).versions(provider.ledger.program, 5);
        assertThat(versions).hasSize(2);
        assertThat(versions.getLast().rail()).isEqualTo(Rail.POINTS);
        assertThat(versions.getLast().last3()).isEqualTo("777");
        assertThat(versions.getLast().changedBy()).isEqualTo("office");
        assertThat(versions.getLast().evidence()).isEqualTo("screen of the wallet");
        // Before it is in a file it may change once more, like an account.
        long third =
                provider.ledger
                        .get(Accounts.class)
                        .change(
                                provider.ledger.program,
                                next,
                                new RetryTo.Wallet("SP0000000778"),
                                "lost it",
                                "letter",
                                "office");
        assertThat(provider.ledger.state(next)).isEqualTo("CANCELLED");
        assertThat(provider.ledger.state(third)).isEqualTo("PLANNED");
        assertThat(provider.problems()).isEmpty();
    }

    @Test
    void aWalletBelongsToOneHousehold() {
        LocalDate day = GRANTED.plusDays(30);
        provider.ledger.on(day);
        for (long payment : new long[] {5, 10}) {
            ask(payment);
            told(payment, PointLots.Word.REVERSED, day);
        }
        wallet(5, "SP0000000777");
        assertThat(refused(() -> wallet(10, "SP0000000777"))).contains("another household");
        assertThat(provider.ledger.count("account WHERE version > 1")).isEqualTo(1);
    }

    private long wallet(long payment, String written) {
        return returns()
                .retry(
                        provider.ledger.program,
                        payment,
                        new RetryTo.Wallet(written),
                        "asked",
                        "screen of the wallet",
                        "office");
    }

    private PointLots lots() {
        return provider.ledger.get(PointLots.class);
    }

    private Returns returns() {
        return provider.ledger.get(Returns.class);
    }

    private void ask(long payment) {
        lots().askReversal(provider.ledger.program, payment, "wants cash", "office");
    }

    private void told(long payment, PointLots.Word word, LocalDate on) {
        lots().told(
                        provider.ledger.program,
                        payment,
                        word,
                        new Evidence("letter", "Sato of the provider", on),
                        "finance");
    }

    private long cash(long payment) {
        RetryTo account =
                new RetryTo.NewAccount(
                        new AccountForm("0005", "123", "1", "7654321", "ﾃｽﾄ ﾀﾛｳ", "", ""));
        return returns()
                .retry(provider.ledger.program, payment, account, "asked", "passbook", "office");
    }

    private PointLot.Summary take(String rows) {
        try {
            Path file = directory.resolve("lots-" + ++files + ".csv");
            Files.writeString(file, "付与番号,区分,発生日,ポイント数\n" + rows, StandardCharsets.UTF_8);
            return lots().importLots(provider.ledger.program, file, "finance");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String said(String sql) {
        try {
            provider.ledger.jdbc().sql(sql).query(String.class).optional();
            return "";
        } catch (org.springframework.dao.DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }

    private static String refusedOrDone(Runnable act) {
        Throwable refusal = catchThrowable(act::run);
        return refusal == null ? "done" : refusal.toString();
    }

    private static String refused(Runnable act) {
        return Ledger.words(catchThrowable(act::run));
    }
}
