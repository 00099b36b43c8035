package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.assessment.Findings;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between build and release, and to payments that decisions have left behind. */
class GateOverTimeTest {

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void settle() {
        village = new Village(directory, 12, 9_999);
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void aRegisterThatTouchesAPaymentOfTheFileStopsItBeforeAnyAssessment() {
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        village.register(LocalDate.of(2026, 5, 1), Map.of(Village.resident(2, 1), "2025-12-31"));
        long touched = paymentOf(2);
        assertThatThrownBy(() -> acts.approve(List.of(fileOf(2)), "APPROVER"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.args())
                                        .containsExactly(touched + " REGISTER_CHANGED"));
        acts.approve(List.of(fileOf(4)), "APPROVER");
    }

    @Test
    void aRegisterThatTouchesNobodyOfTheFileAndAnotherUploadDoNotStopIt() {
        List<Integer> files = village.build();
        village.get(FileActs.class).submit(files, "OFFICE");
        village.register(LocalDate.of(2026, 5, 1), Map.of());
        village.apply(List.of(Village.application(99, "W0000000099", "2026-05-20 10:00:00")));
        village.get(FileActs.class).approve(files, "APPROVER");
        village.get(FileActs.class).release(files, directory.resolve("out"), "FINANCE");
        assertThatThrownBy(village::build).isInstanceOf(Refusal.class);
    }

    @Test
    void whoLostTheEntitlementIsTakenOutOfAPlannedPaymentByAPersonAndTheOthersArePaid() {
        long old = paymentOf(2);
        village.register(LocalDate.of(2026, 5, 1), Map.of(Village.resident(2, 1), "2025-12-31"));
        village.assess();
        assertThat(village.payment(old)).isEqualTo("CANCELLED");
        assertThat(village.get(Findings.class).open(village.program, Optional.empty()))
                .extracting(Findings.Finding::code, Findings.Finding::paymentNo)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(ReasonCode.PAYMENT_CANCELLED, old));
        long fresh =
                village.get(Returns.class)
                        .retry(
                                village.program,
                                old,
                                new RetryTo.SameAccount(),
                                "the register changed",
                                "OFFICE2");
        village.assess();
        village.build();
        Map<String, Map<String, String>> states =
                village.export(Export.ENTITLEMENTS, "resident_no");
        assertThat(states.get(Village.resident(2, 1))).containsEntry("state", "INELIGIBLE");
        for (int member : List.of(0, 2)) {
            assertThat(states.get(Village.resident(2, member)))
                    .containsEntry("state", "IN_FILE")
                    .containsEntry("payment_no", Long.toString(fresh));
        }
    }

    @Test
    void anEarlierApplicationTakesThePlaceOfThePlannedOne() {
        long planned = paymentOf(3);
        village.apply(List.of(Village.application(3, "W0000000903", "2026-03-20 10:00:00")));
        village.assess();
        assertThat(village.payment(planned)).isEqualTo("CANCELLED");
        Map<String, Map<String, String>> payments = village.export(Export.PAYMENTS, "receipt_no");
        assertThat(payments.get("W0000000903"))
                .containsEntry("state", "PLANNED")
                .containsEntry("attempt", "1");
        assertThat(village.export(Export.APPLICATIONS, "receipt_no").get("W0000000003"))
                .containsEntry("state", "DUPLICATE")
                .containsEntry("duplicate_of", "W0000000903");
        village.assess();
        assertThat(village.export(Export.PAYMENTS, "payment_no")).hasSize(13);
    }

    @Test
    void onceInAFileThePaidOneStandsForGood() {
        village.build();
        long paid = paymentOf(3);
        village.apply(List.of(Village.application(3, "W0000000903", "2026-03-20 10:00:00")));
        village.assess();
        assertThat(village.payment(paid)).isEqualTo("IN_FILE");
        assertThat(village.export(Export.APPLICATIONS, "receipt_no").get("W0000000903"))
                .containsEntry("state", "DUPLICATE")
                .containsEntry("duplicate_of", "W0000000003");
    }

    private long paymentOf(int household) {
        return Long.parseLong(
                village.export(Export.ENTITLEMENTS, "resident_no")
                        .get(Village.resident(household, 0))
                        .get("payment_no"));
    }

    private int fileOf(int household) {
        return Integer.parseInt(
                village.export(Export.PAYMENTS, "payment_no")
                        .get(Long.toString(paymentOf(household)))
                        .get("file_no"));
    }
}
