package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Check;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person under two resident numbers: found by assess in a newer register, held until a person
 * of the office decides, never paid twice.
 */
class RegisterDuplicateTest {

    private static final String FIRST = Village.resident(3, 0);
    private static final String SECOND = "00099990";
    private static final String THIRD = "00099980";
    private static final LocalDate NEWER = LocalDate.of(2026, 5, 1);

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
    void neitherNumberIsPaidWhileNobodyHasDecided() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        assertThat(duplicate().residentNo()).isEqualTo(FIRST);
        assertThat(duplicate().otherResidentNo()).isEqualTo(SECOND);
        assertThat(duplicate().detail()).isEqualTo("MOVED");
        village.build();
        assertThat(states()).containsEntry(FIRST, "PAYABLE").containsEntry(SECOND, "PAYABLE");
        assertThat(states()).containsEntry(Village.resident(4, 0), "IN_FILE");
        assertThat(gate(FIRST)).containsExactly("REGISTER_DUPLICATE");
        assertThat(gate(SECOND)).containsExactly("REGISTER_DUPLICATE");
    }

    @Test
    void aSecondProgramAsksAboutThePairForItselfWhileTheFirstStillWaits() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        village.assess();
        Program second = village.open("second", "");
        resolve("DIFFERENT");
        assertThat(open()).isEmpty();
        assertThat(
                        village.get(Findings.class)
                                .open(second, Optional.of(ReasonCode.REGISTER_DUPLICATE)))
                .hasSize(1);
    }

    @Test
    void onePersonIsPaidUnderTheNumberKeptAndTheOtherNeverAgain() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        resolve("SAME:" + SECOND);
        village.assess();
        village.build();
        assertThat(states()).containsEntry(FIRST, "INELIGIBLE").containsEntry(SECOND, "IN_FILE");
        // A newer register that still knows both changes nothing.
        arrive(
                LocalDate.of(2026, 5, 20),
                person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-21", 1));
        village.assess();
        assertThat(states()).containsEntry(FIRST, "INELIGIBLE").containsEntry(SECOND, "IN_FILE");
        assertThat(open()).isEmpty();
    }

    @Test
    void whoWasTakenForSomebodyElseByMistakeIsPaidAfterThePairIsAskedAboutAgain() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        long decided = duplicate().findingNo();
        resolve("SAME:" + SECOND);
        village.assess();
        assertThat(states()).containsEntry(FIRST, "INELIGIBLE").containsEntry(SECOND, "PAYABLE");
        village.get(Findings.class).reopen(decided, "they are cousins", "OFFICE2");
        assertThat(duplicate().findingNo()).isNotEqualTo(decided);
        assertThat(village.get(Findings.class).get(decided).decision()).isEqualTo("SAME:" + SECOND);
        village.assess();
        village.build();
        assertThat(states()).doesNotContainEntry(FIRST, "INELIGIBLE");
        assertThat(states()).containsEntry(SECOND, "PAYABLE");
        resolve("DIFFERENT");
        village.assess();
        assertThat(open()).isEmpty();
        retryCancelled();
        village.assess();
        village.build();
        assertThat(states()).containsEntry(FIRST, "IN_FILE").containsEntry(SECOND, "IN_FILE");
    }

    /** The payment that the mistake had cancelled is made again by a person, as every retry. */
    private void retryCancelled() {
        List<Finding> cancelled =
                village.get(Findings.class)
                        .open(village.program, Optional.of(ReasonCode.PAYMENT_CANCELLED));
        assertThat(cancelled).hasSize(1);
        village.get(Returns.class)
                .retry(
                        village.program,
                        Check.present(cancelled.getFirst().paymentNo()),
                        new RetryTo.SameAccount(),
                        "two persons after all",
                        "OFFICE2");
    }

    @Test
    void onceTheNumberKeptStandsInAFileThePairStaysDecided() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        long decided = duplicate().findingNo();
        assertThatThrownBy(() -> reopen(decided))
                .as("nobody has decided yet")
                .isInstanceOf(Refusal.class);
        resolve("SAME:" + SECOND);
        village.assess();
        village.build();
        assertThatThrownBy(() -> reopen(decided))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.key()).isEqualTo("assessment.duplicate.inFile"));
        assertThat(states()).containsEntry(FIRST, "INELIGIBLE").containsEntry(SECOND, "IN_FILE");
        assertThat(open()).isEmpty();
        // Taken back out of the file, nothing has been paid on the word; reopened once, it is open.
        village.get(FileActs.class).withdraw(List.of(1), "wrong person", "OFFICE");
        reopen(decided);
        assertThatThrownBy(() -> reopen(decided)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> village.get(Findings.class).reopen(decided, " ", "OFFICE2"))
                .isInstanceOf(Refusal.class);
        village.assess();
        assertThat(open()).hasSize(1);
    }

    private void reopen(long finding) {
        village.get(Findings.class).reopen(finding, "they are cousins", "OFFICE2");
    }

    @Test
    void twoPersonsAreBothPaidAndNotAskedAboutAgain() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        resolve("DIFFERENT");
        village.assess();
        village.build();
        assertThat(states()).containsEntry(FIRST, "IN_FILE").containsEntry(SECOND, "IN_FILE");
        arrive(
                LocalDate.of(2026, 5, 20),
                person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-21", 1));
        village.assess();
        assertThat(open()).isEmpty();
    }

    @Test
    void whereOneNumberIsInAFileTheOtherCannotBeKept() {
        village.build();
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        applyAgain();
        village.assess();
        assertThatThrownBy(() -> resolve("SAME:" + SECOND))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.key()).isEqualTo("assessment.duplicate.paid"));
        assertThatThrownBy(() -> resolve("SAME:" + THIRD)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> resolve("CONFIRM")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> village.get(FileActs.class).submit(List.of(1), "OFFICE"))
                .isInstanceOf(Refusal.class);
        resolve("SAME:" + FIRST);
        village.assess();
        assertThat(states()).containsEntry(FIRST, "IN_FILE").containsEntry(SECOND, "INELIGIBLE");
    }

    @Test
    void aNamesakeWhoHasLivedElsewhereForLongIsNoDuplicate() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2003-04-01", 1));
        village.assess();
        assertThat(open()).isEmpty();
    }

    @Test
    void twinsAndFatherAndSonAtOneAddressAreNoDuplicates() {
        arrive(
                person(SECOND, "9999", "田中　五郎", "タナカ　ゴロウ", birthday(), "2025-12-20", 3)
                        + person(THIRD, "9998", "田中　四郎", "タナカ　シロウ", "1981-07-09", "2025-12-20", 3));
        village.assess();
        assertThat(open()).isEmpty();
    }

    @Test
    void onePersonTwiceAtOneAddressIsFoundWhateverTheDaysAndWithABirthDateASlipAway() {
        arrive(
                person(SECOND, "9999", "田中四郎", "", birthday(), "2003-04-01", 3)
                        + person(THIRD, "9998", "田中　四郎", "タナカ　シロウ", "1950-01-01", "2003-04-01", 3));
        village.assess();
        assertThat(open())
                .extracting(Finding::residentNo, Finding::otherResidentNo, Finding::detail)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(FIRST, SECOND, "SAME_PLACE"),
                        org.assertj.core.api.Assertions.tuple(FIRST, THIRD, "BIRTH_SLIP"));
    }

    @Test
    void aRegisterThatClosesOneNumberLeavesNothingToDecide() {
        arrive(person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2025-12-20", 1));
        village.assess();
        assertThat(open()).hasSize(1);
        arrive(
                LocalDate.of(2026, 5, 20),
                person(SECOND, "9999", "田中　四郎", "タナカ　シロウ", birthday(), "2026-01-20", 1));
        village.assess();
        assertThat(open()).isEmpty();
    }

    private void arrive(String rows) {
        arrive(NEWER, rows);
    }

    private void arrive(LocalDate asOf, String rows) {
        Path file =
                village.write(
                        "register-" + asOf + ".csv",
                        "宛名番号,世帯番号,氏名,氏名カナ,生年月日,性別,続柄,郵便番号,住所,方書,"
                                + "住民区分,住民となった日,異動事由,異動日,支援措置\n"
                                + person(
                                        FIRST,
                                        Village.household(3),
                                        "田中　四郎",
                                        "タナカ　シロウ",
                                        birthday(),
                                        "2001-01-01",
                                        3)
                                + rows);
        village.get(ImportJobs.class).register(file, asOf, "OFFICE");
    }

    private static String person(
            String no,
            String household,
            String name,
            String kana,
            String birth,
            String since,
            int house) {
        return String.join(
                        ",",
                        List.of(
                                no,
                                household,
                                name,
                                kana,
                                birth,
                                "男",
                                "世帯主",
                                "209-0001",
                                "東京都桑都市繭玉町一丁目" + house + "番１号",
                                "",
                                "日本人",
                                since,
                                "",
                                "",
                                "0"))
                + "\n";
    }

    private static String birthday() {
        return Village.birthday(3, 0).toString();
    }

    /** The same person applies for the second number, from the new address. */
    private void applyAgain() {
        Map<String, String> form =
                new LinkedHashMap<>(Village.application(3, "W0000000503", "2026-05-02 10:00:00"));
        form.put("住所", "桑都市繭玉町1-1-1");
        form.put("申請書番号", PrintedNumber.ofHousehold("9999").digits());
        form.put("口座番号", "7777777");
        village.apply(List.of(form));
    }

    private void resolve(String decision) {
        village.get(Findings.class)
                .resolve(duplicate().findingNo(), decision, "looked at both records", "OFFICE2");
    }

    private Finding duplicate() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }

    private List<Finding> open() {
        return village.get(Findings.class)
                .open(village.program, Optional.of(ReasonCode.REGISTER_DUPLICATE));
    }

    private Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        village.export(Export.ENTITLEMENTS, "resident_no")
                .forEach((no, row) -> states.put(no, row.get("state")));
        return states;
    }

    private List<String> gate(String resident) {
        return village.jdbc()
                .sql(
                        "SELECT code FROM gate_blocked(ARRAY(SELECT payment_no FROM payment_share"
                                + " WHERE resident_no = :no))")
                .param("no", resident)
                .query(String.class)
                .list();
    }
}
