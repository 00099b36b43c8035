package jp.kyufu.correction;

import static jp.kyufu.correction.PaidClaims.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** 大阪府 2021: entering a correction to a paid claim issued a full new payment, 700 M yen. */
class CorrectionsTest {

    @TempDir Path directory;
    private PaidClaims paid;

    @BeforeEach
    void pay() {
        paid = new PaidClaims(directory, 6).settle();
    }

    @AfterEach
    void close() {
        paid.close();
    }

    @Test
    void osaka2021LessThanWasPaidIsARecoveryCaseOfTheDifferenceAndNoPayment() {
        Correction correction = paid.declines(2, "22");
        assertThat(correction.changes())
                .containsExactly(new Correction.Change("22", "DECLINES", -5_000, 1));
        assertThat(correction.topUp()).isNull();
        assertThat(paid.ledger.count("payment")).isEqualTo(6);
        assertThat(paid.ofCase(1))
                .extracting(RecoveryCase::paymentNo, RecoveryCase::amount, RecoveryCase::balance)
                .containsExactly(2L, 5_000L, 5_000L);
        assertThat(paid.ledger.plan()).isZero();
        assertThat(paid.build("office")).isEmpty();
        assertThat(paid.ledger.state(2)).isEqualTo("SETTLED");
        paid.verified();
    }

    @Test
    void osaka2021MoreThanWasPaidIsAPaymentOfTheDifferenceThatTakesTheOrdinaryWay() {
        entitledSince("29", "2");
        Correction correction = paid.claims(2, "29");
        assertThat(correction.topUp()).isEqualTo(7);
        assertThat(paid.ledger.state(7)).isEqualTo("PLANNED");
        assertThat(amount(7)).isEqualTo(5_000);
        assertThat(paid.ledger.plan()).isZero();
        List<DispatchFile> built = paid.release("allround", "approver", "finance");
        assertThat(built)
                .extracting(DispatchFile::rail, DispatchFile::count, DispatchFile::sum)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Rail.CASH, 1, 5_000L));
        paid.settle();
        assertThat(paid.ledger.state(7)).isEqualTo("SETTLED");
        assertThat(paid.build("office")).isEmpty();
        paid.verified();
    }

    @Test
    void osaka2021AFactThatChangesNoAmountChangesNothing() {
        Map<String, Long> before = paid.figures();
        // Whoever claims already, or the second time the same.
        assertThat(refused(() -> paid.claims(2, "21"))).contains("Nothing changes");
        paid.declines(2, "22");
        assertThat(refused(() -> paid.declines(2, "22"))).contains("Nothing changes");
        assertThat(paid.figures())
                .isEqualTo(
                        Map.of(
                                "payments",
                                before.get("payments"),
                                "cases",
                                1L,
                                "corrections",
                                1L,
                                "postings",
                                before.get("postings") + 1));
    }

    @Test
    void whoCorrectedNeitherApprovesNorReleasesTheDifference() {
        entitledSince("29", "2");
        paid.ledger
                .get(Corrections.class)
                .add(
                        paid.ledger.program,
                        2,
                        List.of(),
                        List.of("29"),
                        "by phone",
                        "letter",
                        "allround");
        List<Integer> file = List.of(paid.build("office").getFirst().fileNo());
        FileActs acts = paid.ledger.get(FileActs.class);
        acts.submit(file, "office");
        assertThat(refused(() -> acts.approve(file, "allround"))).contains("allround");
        acts.approve(file, "approver");
        assertThat(refused(() -> acts.release(file, directory, "allround"))).contains("allround");
    }

    @Test
    void aDeclineThatIsWithdrawnAfterPaymentPaysTheOneShare() {
        paid.ledger.households(7, 8);
        PaidClaims.declinedBefore(paid.ledger, 8, "82");
        paid.ledger.plan();
        paid.release("office", "approver", "finance");
        paid.settle();
        assertThat(amount(8)).isEqualTo(10_000);
        Correction correction = paid.claims(8, "82");
        assertThat(amount(correction.topUp())).isEqualTo(5_000);
        paid.release("allround", "approver", "finance");
        paid.verified();
    }

    @Test
    void aDeclineThatIsTakenBackBeforeMoneyCameAsksForTheCaseToBeWithdrawn() {
        paid.declines(2, "22");
        assertThat(paid.claims(2, "22").topUp()).isNull();
        RecoveryCase.Story story = paid.recoveries().show(paid.ledger.program, 1);
        assertThat(story.waiting()).hasSize(1);
        int request = story.waiting().getFirst().requestNo();
        assertThat(refused(() -> paid.recoveries().confirm(paid.ledger.program, request, "office")))
                .contains("office");
        RecoveryCase ended = paid.recoveries().confirm(paid.ledger.program, request, "approver");
        assertThat(ended.state()).isEqualTo(RecoveryCase.State.CLOSED);
        assertThat(ended.owed()).isZero();
        assertThat(paid.ledger.count("payment")).isEqualTo(6);
        paid.verified();
    }

    @Test
    void moneyThatCameBackForADeclineTakenBackIsGivenBackByTwoPeople() {
        paid.declines(2, "22");
        paid.paidBack(1, 5_000);
        paid.claims(2, "22");
        int withdrawal =
                paid.recoveries().show(paid.ledger.program, 1).waiting().getFirst().requestNo();
        assertThat(paid.recoveries().confirm(paid.ledger.program, withdrawal, "approver").state())
                .isEqualTo(RecoveryCase.State.REFUND_DUE);
        int refund = paid.ask(1, Recoveries.Kind.REFUNDED);
        RecoveryCase ended = paid.recoveries().confirm(paid.ledger.program, refund, "approver");
        assertThat(ended.state()).isEqualTo(RecoveryCase.State.CLOSED);
        assertThat(ended.paid()).isZero();
        paid.verified();
    }

    @Test
    void aRequestOfADeclineTakenBackIsWorthNothingOnceTheDeclineStandsAgain() {
        paid.declines(2, "22");
        paid.claims(2, "22");
        int request =
                paid.recoveries().show(paid.ledger.program, 1).waiting().getFirst().requestNo();
        paid.declines(2, "22");
        assertThat(
                        refused(() ->
                                paid.recoveries()
                                        .confirm(paid.ledger.program, request, "approver")))
                .contains("does not wait");
        assertThat(paid.ofCase(1).balance()).isEqualTo(5_000);
        assertThat(paid.ledger.count("recovery_case")).isEqualTo(1);
        paid.verified();
    }

    @Test
    void aStrangerAResidentNotEntitledAndAClaimNotPaidAreRefused() {
        Map<String, Long> before = paid.figures();
        assertThat(refused(() -> paid.declines(2, "31"))).contains("31");
        assertThat(refused(() -> paid.declines(2, "22", "99"))).contains("99");
        assertThat(refused(() -> paid.declines(99, "22"))).contains("99");
        paid.ledger.owner("INSERT INTO entitlement VALUES (1, '28', '2', 1, 1, NULL)");
        assertThat(refused(() -> paid.claims(2, "28"))).contains("not entitled");
        paid.ledger.households(7, 7).plan();
        assertThat(refused(() -> paid.declines(7, "71"))).contains("PLANNED");
        assertThat(paid.ledger.count("correction")).isZero();
        assertThat(paid.ledger.count("recovery_case")).isEqualTo(before.get("cases"));
    }

    @Test
    void aHouseholdIsNotPaidBeyondItsCapInPartsEither() {
        for (int i = 0; i < 13; i++) {
            entitledSince("2" + (100 + i), "2");
        }
        List<String> all =
                java.util.stream.IntStream.range(0, 13).mapToObj(i -> "2" + (100 + i)).toList();
        assertThat(refused(() -> paid.correct(2, List.of(), all))).contains("75000");
        paid.correct(2, List.of(), all.subList(0, 12));
        assertThat(refused(() -> paid.correct(2, List.of(), all.subList(12, 13))))
                .contains("75000");
        paid.release("allround", "approver", "finance");
        paid.verified();
    }

    @Test
    void aReturnedDifferenceIsTriedAgainForTheDifferenceAlone() {
        entitledSince("29", "2");
        paid.claims(2, "29");
        paid.release("allround", "approver", "finance");
        paid.settle();
        paid.returned(7);
        assertThat(retry(7)).isEqualTo(8);
        assertThat(amount(8)).isEqualTo(5_000);
        // The benefit that comes back later is tried again without whom a difference pays.
        paid.returned(2);
        assertThat(retry(2)).isEqualTo(9);
        assertThat(amount(9)).isEqualTo(15_000);
        paid.release("allround", "approver", "finance");
        paid.verified();
    }

    @Test
    void whoDeclinedIsNotPaidAgainWhenTheWholePaymentCameBackAndOwesNothing() {
        paid.declines(2, "22");
        paid.returned(2);
        assertThat(paid.ofCase(1).state()).isEqualTo(RecoveryCase.State.CLOSED);
        assertThat(amount(retry(2))).isEqualTo(10_000);
        paid.release("allround", "approver", "finance");
        paid.verified();
    }

    @Test
    void theDatabaseRefusesMoreThanOneEntitlementHoweverItIsDivided() {
        entitledSince("29", "2");
        paid.claims(2, "29");
        // A benefit beside the difference, by the owner of the tables, past every function.
        for (String correction : List.of("0", "2")) {
            assertThatThrownBy(() ->
                            paid.ledger.owner(
                                    """
                                    WITH made AS (
                                        INSERT INTO payment
                                        SELECT 8, program_id, application_id, 9, %1$s, rail, 5000, 1, 1, 'PLANNED', 1
                                        FROM payment WHERE payment_no = 2 RETURNING payment_no)
                                    INSERT INTO payment_share SELECT 8, '29', 1, %1$s, 5000, true FROM made
                                    """
                                            .formatted(correction)))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(paid.ledger.count("payment")).isEqualTo(7);
    }

    /**
     * Two connections: while one corrects, neither another correction nor a planning pays the same
     * share.
     */
    @Test
    void ofTwoWhoPayTheSameShareAtOnceOneIsRefused() throws Exception {
        entitledSince("29", "2");
        try (Connection first = paid.ledger.database.appDataSource().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement()
                    .execute(
                            "SELECT correct_claim(2, '{}', '{29}', '2026-06-01', 'office', 'x', 'x')");
            CompletableFuture<String> second =
                    CompletableFuture.supplyAsync(() -> refused(() -> paid.claims(2, "29")));
            paid.ledger.households(7, 7);
            CompletableFuture<Integer> planning =
                    CompletableFuture.supplyAsync(() -> paid.ledger.plan());
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(second).isNotDone();
            assertThat(planning).isNotDone();
            first.commit();
            assertThat(second.get(60, TimeUnit.SECONDS)).contains("Nothing changes");
            assertThat(planning.get(60, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(paid.ledger.count("payment_share WHERE resident_no = '29' AND live"))
                .isEqualTo(1);
        paid.verified();
    }

    /** A newer register shows one more member. */
    private void entitledSince(String resident, String household) {
        paid.ledger.owner(
                "INSERT INTO entitlement VALUES (1, '%s', '%s', 1, NULL, NULL)"
                        .formatted(resident, household));
    }

    private long retry(long payment) {
        return paid.ledger
                .get(Returns.class)
                .retry(
                        paid.ledger.program,
                        payment,
                        new RetryTo.SameAccount(),
                        "the bank confirmed",
                        "office");
    }

    private long amount(Long payment) {
        return paid.ledger
                .jdbc()
                .sql("SELECT amount FROM payment WHERE payment_no = ?")
                .param(payment)
                .query(Long.class)
                .single();
    }

    private long amount(int payment) {
        return amount((long) payment);
    }
}
