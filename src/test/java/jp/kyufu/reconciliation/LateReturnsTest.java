package jp.kyufu.reconciliation;

import static jp.kyufu.reconciliation.BankCounter.NEXT_DAY;
import static jp.kyufu.reconciliation.BankCounter.OPENING;
import static jp.kyufu.reconciliation.BankCounter.PAY_DAY;
import static jp.kyufu.reconciliation.BankCounter.credit;
import static jp.kyufu.reconciliation.BankCounter.debit;
import static jp.kyufu.reconciliation.BankCounter.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns that come when everything was settled and closed, and accounts that change. */
class LateReturnsTest {

    private static final LocalDate MONTHS_LATER = LocalDate.of(2026, 9, 7);

    @TempDir Path directory;
    private BankCounter bank;

    /** Households 1 to 4 are sent (40,000 yen), credited and closed. */
    @BeforeEach
    void settle() {
        bank = new BankCounter(directory, 100).send(1, 4);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void aReturnLineMonthsAfterTheCloseIsTakenAndPostedOnTheDayItComes() {
        settledAndClosed();
        bank.ledger.on(MONTHS_LATER);
        assertThat(bank.results(Map.of(2L, "1")).buckets()).isEqualTo(Map.of(Bucket.APPLIED, 1));
        returnedAndRetried();
    }

    @Test
    void aCreditOfAStatementMonthsAfterTheCloseIsTakenToo() {
        settledAndClosed();
        bank.take(
                statement(
                        MONTHS_LATER,
                        MONTHS_LATER,
                        OPENING - 40_000,
                        credit(MONTHS_LATER, 15_000, "ﾌﾘｺﾐﾍﾝｷﾔｸ", "0000000002")));
        returnedAndRetried();
    }

    @Test
    void anAccountChangesBeforePaymentByAVersionWithEvidence() {
        bank.ledger.households(6, 7).plan();
        Accounts accounts = bank.ledger.get(Accounts.class);
        assertThat(
                        accounts.change(
                                bank.ledger.program,
                                5,
                                account(),
                                "moved",
                                "passbook copy",
                                "allround"))
                .isEqualTo(7);
        assertThat(bank.ledger.state(5)).isEqualTo("CANCELLED");
        assertThat(accounts.versions(bank.ledger.program, 7))
                .extracting(
                        AccountVersion::version,
                        AccountVersion::last3,
                        AccountVersion::changedBy,
                        AccountVersion::evidence)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(1, "123", null, null),
                        org.assertj.core.api.Assertions.tuple(
                                2, "321", "allround", "passbook copy"));
        // 飯田: nobody else's account is touched.
        assertThat(bank.ledger.count("account WHERE version > 1")).isEqualTo(1);
        // Whoever changed it neither approves nor releases it.
        FileActs acts = bank.ledger.get(FileActs.class);
        var built =
                bank
                        .ledger
                        .get(FileBuild.class)
                        .build(
                                bank.ledger.program,
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                "office")
                        .stream()
                        .map(f -> f.fileNo())
                        .toList();
        acts.submit(built, "office");
        assertThat(refused(() -> acts.approve(built, "allround"))).contains("allround");
        acts.approve(built, "approver");
        assertThat(refused(() -> acts.release(built, directory, "allround"))).contains("allround");
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void sendai2022WithoutADocumentNothingIsChangedAndTheOldAccountIsNotFallenBackTo() {
        bank.ledger.households(6, 6).plan();
        Accounts accounts = bank.ledger.get(Accounts.class);
        assertThat(
                        refused(() ->
                                accounts.change(
                                        bank.ledger.program, 5, account(), "moved", " ", "office")))
                .contains("passbook");
        assertThat(bank.ledger.state(5)).isEqualTo("PLANNED");
        RetryTo closed =
                new RetryTo.NewAccount(
                        new AccountForm("0005", "999", "1", "7654321", "ﾃｽﾄ", "", ""));
        assertThat(
                        refused(() ->
                                accounts.change(
                                        bank.ledger.program, 5, closed, "moved", "copy", "office")))
                .isNotBlank();
        assertThat(bank.ledger.state(5)).isEqualTo("PLANNED");
        assertThat(bank.ledger.count("account WHERE version > 1")).isZero();
        // Released: no change any more.
        assertThat(
                        refused(() ->
                                accounts.change(
                                        bank.ledger.program,
                                        1,
                                        account(),
                                        "moved",
                                        "copy",
                                        "office")))
                .contains("RELEASED");
        accounts.change(bank.ledger.program, 5, account(), "moved", "copy", "office");
        // The old version is never paid to again, not even when the new one fails.
        assertThat(
                        bank.ledger
                                .jdbc()
                                .sql("SELECT account_version FROM payment WHERE payment_no = 6")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    private void settledAndClosed() {
        Map<Long, String> all = new LinkedHashMap<>();
        for (long payment = 1; payment <= 4; payment++) {
            all.put(payment, "0");
        }
        bank.results(all);
        bank.take(statement(PAY_DAY, NEXT_DAY, OPENING, debit(PAY_DAY, 40_000)));
        bank.close(NEXT_DAY);
        assertThat(bank.file(1)).isEqualTo(FileState.SETTLED);
    }

    private void returnedAndRetried() {
        assertThat(bank.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(
                        bank.ledger.count(
                                "finding WHERE code = 'PAYMENT_RETURNED' AND payment_no = 2 AND state = 'OPEN'"))
                .isEqualTo(1);
        assertThat(
                        bank.ledger.count(
                                "payment_event e JOIN posting g USING (posting_id) WHERE e.payment_no = 2"
                                        + " AND e.to_state = 'RETURNED' AND g.business_day = '2026-09-07'"))
                .isEqualTo(1);
        Returns returns = bank.ledger.get(Returns.class);
        assertThat(returns.retry(bank.ledger.program, 2, account(), "asked", "passbook", "office"))
                .isEqualTo(5);
        assertThat(bank.ledger.state(5)).isEqualTo("PLANNED");
        assertThat(bank.problems()).isEmpty();
    }

    private static RetryTo account() {
        return new RetryTo.NewAccount(
                new AccountForm("0005", "123", "1", "7654321", "ﾃｽﾄ ﾀﾛｳ", "", ""));
    }

    private static String refused(Runnable act) {
        return Ledger.words(catchThrowable(act::run));
    }
}
