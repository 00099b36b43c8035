package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.correction.Correction;
import jp.kyufu.correction.Corrections;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.correction.RecoveryCase;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A village that was paid, and what registers and later applications say then: findings,
 * differences and recovery cases, never a payment by itself.
 */
class AfterPaymentTest {

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void pay() {
        village = new Village(directory, 12, 9_999);
        release();
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void osaka2021ALaterApplicationOfAPaidHouseholdNeverPaysByItself() {
        long paid = paymentOf(5, 0);
        Map<String, String> telephone =
                Village.application(5, "W0000000905", "2026-05-20 10:00:00");
        telephone.put("電話番号", "042-000-0000");
        Map<String, String> decline = Village.application(5, "W0000000906", "2026-05-21 10:00:00");
        decline.put("辞退者", "花1");
        village.apply(List.of(telephone, decline));
        village.assess();
        assertThat(village.jdbc().sql("SELECT count(*) FROM payment").query(Long.class).single())
                .isEqualTo(12);
        assertThat(open())
                .extracting(Finding::code, Finding::receiptNo, Finding::paymentNo)
                .containsExactly(tuple(ReasonCode.CLAIM_DIFFERS, "W0000000906", paid));
        Correction correction = correct(paid, List.of(Village.resident(5, 1)), List.of());
        assertThat(correction.changes())
                .extracting(Correction.Change::difference)
                .containsExactly(-5_000L);
        assertThat(open()).isEmpty();
        village.assess();
        assertThat(open()).isEmpty();
        assertThat(village.build()).isEmpty();
        assertThat(balanceHolds()).containsPattern("\"balance\"\\s*:\\s*5000");
    }

    @Test
    void whoBecomesEntitledAfterPaymentIsAFindingAndThenADifference() {
        long paid = paymentOf(3, 0);
        village.grown.add(3);
        village.register(LocalDate.of(2026, 5, 1), Map.of());
        village.assess();
        String born = Village.resident(3, 1);
        assertThat(open())
                .extracting(Finding::code, Finding::paymentNo, Finding::residentNo)
                .containsExactly(tuple(ReasonCode.SHARE_UNPAID, paid, born));
        assertThat(states().get(born)).containsEntry("state", "CLAIMED");
        Correction correction = correct(paid, List.of(), List.of(born));
        assertThat(states().get(born))
                .containsEntry("state", "PAYABLE")
                .containsEntry("amount", "5000")
                .containsEntry("payment_no", String.valueOf(correction.topUp()));
        village.assess();
        assertThat(open()).isEmpty();
        release();
        assertThat(states().get(born)).containsEntry("state", "RELEASED");
        balanceHolds();
    }

    @Test
    void nagoya2020WhoseDeathBeforeTheReferenceDateIsKnownAfterReleaseIsARecoveryCase() {
        long paid = paymentOf(2, 1);
        Map<String, String> died = new HashMap<>();
        died.put(Village.resident(2, 1), "2025-12-31"); // before the reference date
        died.put(Village.resident(5, 1), "2026-01-02"); // after it: the share stays
        died.put(Village.resident(9, 0), "2026-01-02"); // a single person, after it
        village.register(LocalDate.of(2026, 5, 1), died);
        village.assess();
        village.assess();
        List<RecoveryCase> cases = village.get(Recoveries.class).list(village.program);
        assertThat(cases)
                .extracting(
                        RecoveryCase::paymentNo,
                        RecoveryCase::residentNo,
                        RecoveryCase::change,
                        RecoveryCase::balance)
                .containsExactly(tuple(paid, Village.resident(2, 1), "INELIGIBLE", 5_000L));
        assertThat(open())
                .extracting(Finding::code)
                .contains(ReasonCode.ENTITLEMENT_LOST)
                .doesNotContain(ReasonCode.SHARE_UNPAID);
        assertThat(village.payment(paid)).isEqualTo("RELEASED");
        balanceHolds();
        // The register takes its proof back: the case lapses, with a posting, and nobody pays
        // twice.
        died.remove(Village.resident(2, 1));
        village.register(LocalDate.of(2026, 5, 15), died);
        village.assess();
        RecoveryCase lapsed = village.get(Recoveries.class).list(village.program).getFirst();
        assertThat(lapsed.state()).isEqualTo(RecoveryCase.State.CLOSED);
        assertThat(lapsed.owed()).isZero();
        village.assess();
        assertThat(village.get(Recoveries.class).list(village.program)).hasSize(1);
        assertThat(village.jdbc().sql("SELECT count(*) FROM payment").query(Long.class).single())
                .isEqualTo(12);
    }

    @Test
    void theExportOfTheCloseTellsWhatIsToComeBackAndHowItWent() throws IOException {
        correct(paymentOf(5, 0), List.of(Village.resident(5, 1)), List.of());
        int caseNo = village.get(Recoveries.class).list(village.program).getFirst().caseNo();
        village.get(Recoveries.class)
                .paid(village.program, caseNo, 2_000, Village.TODAY, "slip 1", "FINANCE");
        village.get(DayClose.class).close(village.program, Optional.empty(), "FINANCE");
        Path file = directory.resolve("closes.csv");
        village.get(Exports.class).write(Export.CLOSES, village.program, file, "AUDITOR");
        List<String> lines =
                Files.readAllLines(file).stream()
                        .map(line -> line.split(",", 3)[2].replaceAll(",[^,]*,[^,]*$", ""))
                        .toList();
        assertThat(lines)
                .containsSubsequence(
                        "CASH,RELEASED,0,0,0,9,18,90000,0,0,0,9,18,90000",
                        "CASH,RECOVERY,,,0,,,5000,,,2000,,,3000",
                        "CASH,RECOVERY_PAID,,,,,,,,,2000,,,",
                        "CASH,RECOVERY_WRITTEN_OFF,,,,,,,,,0,,,",
                        "CASH,RECOVERY_ENDED,,,,,,,,,0,,,")
                .noneMatch(line -> line.startsWith("POINTS,RECOVERY"));
    }

    private Correction correct(long payment, List<String> declines, List<String> claims) {
        return village.get(Corrections.class)
                .add(village.program, payment, declines, claims, "asked", "letter", "OFFICE2");
    }

    private List<Finding> open() {
        return village.get(Findings.class).open(village.program, Optional.empty());
    }

    private Map<String, Map<String, String>> states() {
        return village.export(Export.ENTITLEMENTS, "resident_no");
    }

    private long paymentOf(int household, int member) {
        return Long.parseLong(states().get(Village.resident(household, member)).get("payment_no"));
    }

    private void release() {
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
    }

    private String balanceHolds() {
        try {
            Path report = directory.resolve("report.json");
            village.get(Exports.class).write(Export.REPORT, village.program, report, "AUDITOR");
            String text = Files.readString(report);
            assertThat(text).containsPattern("\"holds\"\\s*:\\s*true");
            return text;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
