package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kyufu.assessment.Declines;
import jp.kyufu.correction.Corrections;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residents who tell in writing that they do not want the benefit (rule I11). */
class DeclinesTest {

    private static final String SECOND = Village.resident(5, 1);

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void open() {
        village = new Village(directory, 12, 9_999, false);
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void whoDeclinesBeforeTheHouseholdAppliesIsNotPaidWithIt() {
        village.assess();
        decline(SECOND);
        assertThat(state(SECOND)).isEqualTo("DECLINED");
        assertThat(entitlement(SECOND)).containsEntry("receipt_no", "");
        apply(5);
        assertThat(payments()).containsExactly("1 PLANNED 2");
        assertThat(state(SECOND)).isEqualTo("DECLINED");
        assertThat(state(Village.resident(5, 0))).isEqualTo("PAYABLE");
        assertThat(village.build()).hasSize(1);
        balanceHolds();
    }

    @Test
    void aPlannedPaymentIsCancelledAtOnceAndTheOthersAreTriedAgainByAPerson() {
        apply(5);
        decline(SECOND);
        assertThat(payments()).containsExactly("1 CANCELLED 3");
        assertThat(village.build()).isEmpty();
        village.assess();
        assertThat(payments()).containsExactly("1 CANCELLED 3");
        assertThat(retry(1)).isEqualTo(2);
        village.assess();
        assertThat(payments()).containsExactly("1 CANCELLED 3", "2 PLANNED 2");
        assertThat(state(SECOND)).isEqualTo("DECLINED");
        // Who recorded the decline, or tried it again, does not approve.
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        assertThat(refused(() -> acts.approve(files, "ALL"))).contains("ALL");
        acts.approve(files, "APPROVER");
        balanceHolds();
    }

    @Test
    void aDeclineIsTakenBackBeforePayment() {
        apply(5);
        decline(SECOND);
        assertThat(refused(() -> decline(SECOND))).contains("already");
        takeBack(SECOND);
        assertThat(refused(() -> takeBack(SECOND))).contains("no decline");
        village.assess();
        retry(1);
        assertThat(payments()).containsExactly("1 CANCELLED 3", "2 PLANNED 3");
        village.assess();
        assertThat(state(SECOND)).isEqualTo("PAYABLE");
        List<Declines.Decline> all = village.get(Declines.class).list(village.program);
        assertThat(all).extracting(Declines.Decline::stands).containsExactly(false, false);
        balanceHolds();
    }

    @Test
    void whoIsInAFileOrPaidDeclinesByWithdrawalOfTheFileOrByACorrection() {
        apply(5);
        List<Integer> files = village.build();
        assertThat(refused(() -> decline(SECOND))).contains("stands in a file", "Withdraw");
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
        assertThat(refused(() -> decline(SECOND))).contains("is paid", "correction");
        assertThat(village.get(Declines.class).list(village.program)).isEmpty();
        balanceHolds();
    }

    @Test
    void whoDeclinedAndClaimsAfterTheOthersWerePaidIsADifference() {
        village.assess();
        decline(SECOND);
        apply(5);
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
        assertThat(refused(() -> takeBack(SECOND))).contains("is paid", "correction");
        village.get(Corrections.class)
                .add(village.program, 1, List.of(), List.of(SECOND), "asked", "letter", "OFFICE2");
        village.assess();
        assertThat(payments()).containsExactly("1 RELEASED 2", "2 PLANNED 1");
        assertThat(village.build()).hasSize(1);
        balanceHolds();
    }

    @Test
    void aHouseholdOfWhichAllHaveDeclinedIsNotAskedAgainAndGetsNothing() {
        village.assess();
        decline(Village.resident(3, 0));
        apply(3);
        assertThat(payments()).isEmpty();
        assertThat(state(Village.resident(3, 0))).isEqualTo("DECLINED");
        assertThat(village.jdbc().sql("SELECT count(*) FROM finding").query(Integer.class).single())
                .isZero();
        balanceHolds();
    }

    @Test
    void aDeclineNeedsADocumentTheOfficeAndSomebodyEntitled() {
        village.assess();
        Declines declines = village.get(Declines.class);
        assertThat(refused(() -> declines.add(village.program, SECOND, "x", " ", "OFFICE")))
                .contains("evidence");
        assertThat(refused(() -> declines.add(village.program, SECOND, " ", "x", "OFFICE")))
                .contains("reason");
        assertThat(refused(() -> declines.add(village.program, SECOND, "x", "x", "FINANCE")))
                .contains("office");
        assertThat(refused(() -> declines.add(village.program, "99999", "x", "x", "OFFICE")))
                .contains("not entitled");
        assertThat(declines.list(village.program)).isEmpty();
        assertThat(
                        village.command(
                                        "declines",
                                        "add",
                                        SECOND,
                                        "--reason",
                                        "no need",
                                        "--evidence",
                                        "letter of May 2",
                                        "--as",
                                        "OFFICE")
                                .exitCode())
                .isZero();
        assertThat(village.command("declines", "list").out()).contains(SECOND, "letter of May 2");
        assertThat(
                        village.jdbc()
                                .sql("SELECT count(*) FROM audit_event WHERE act = 'declines.add'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private void apply(int household) {
        village.apply(
                List.of(
                        Village.application(
                                household, "W%010d".formatted(household), "2026-04-01 09:00:00")));
        village.assess();
    }

    private void decline(String resident) {
        village.get(Declines.class)
                .add(village.program, resident, "does not want it", "letter", "ALL");
    }

    private void takeBack(String resident) {
        village.get(Declines.class)
                .takeBack(village.program, resident, "changed his mind", "letter", "ALL");
    }

    private long retry(long payment) {
        return village.get(Returns.class)
                .retry(village.program, payment, new RetryTo.SameAccount(), "others", "OFFICE2");
    }

    private List<String> payments() {
        return village.jdbc()
                .sql(
                        "SELECT payment_no || ' ' || state || ' ' || residents FROM payment"
                                + " ORDER BY payment_no")
                .query(String.class)
                .list();
    }

    private Map<String, String> entitlement(String resident) {
        return village.export(Export.ENTITLEMENTS, "resident_no").get(resident);
    }

    private String state(String resident) {
        return String.valueOf(entitlement(resident).get("state"));
    }

    private void balanceHolds() {
        Map<String, Map<String, String>> all = village.export(Export.ENTITLEMENTS, "resident_no");
        assertThat(all).hasSize(24);
        new Ledgers(village.jdbc()).mustBalance();
    }

    private static String refused(Runnable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act::run);
        return new Words(Locale.ENGLISH).of(refusal);
    }
}
