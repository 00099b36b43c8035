package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.assessment.Rectifying;
import jp.kyufu.assessment.Review;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications.Source;
import jp.kyufu.samples.Answer;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A defective application corrected by what the applicant writes or says. */
class RectificationTest {

    private static final String FIRST = "W0000000801";
    private static final String CORRECTED = FIRST + "-2";

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void settle() {
        village = new Village(directory, 3, 9_999, false);
        Map<String, String> wrong =
                new HashMap<>(Village.application(2, FIRST, "2026-04-01 09:00:00"));
        wrong.put("口座名義カナ", "マツタ゛　ハナコ");
        village.apply(List.of(Village.application(1, "W0000000001", "2026-04-01 09:00:00"), wrong));
        village.assess();
        assertThat(state(FIRST)).isEqualTo("DEFECTIVE");
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void theCorrectedOneIsPaidInItsPlaceAndTheFirstStaysAsItCame() {
        String before = row(FIRST);
        correct(FIRST, Map.of(Field.HOLDER, holder()), "OFFICE2");
        assertThat(row(FIRST)).isEqualTo(before);
        assertThatThrownBy(village::build).isInstanceOf(Refusal.class);
        village.assess();
        Map<String, Map<String, String>> all = village.export(Export.APPLICATIONS, "receipt_no");
        assertThat(all.get(FIRST))
                .containsEntry("state", "DUPLICATE")
                .containsEntry("duplicate_of", CORRECTED);
        assertThat(all.get(CORRECTED))
                .containsEntry("state", "DECIDED")
                .containsEntry("channel", "ONLINE");
        assertThat(village.export(Export.PAYMENTS, "receipt_no")).containsKey(CORRECTED);
        assertThat(
                        village.jdbc()
                                .sql(
                                        "SELECT DISTINCT received_at::text FROM application"
                                                + " WHERE receipt_no LIKE 'W0000000801%'")
                                .query(String.class)
                                .list())
                .hasSize(1);
    }

    @Test
    void whoCorrectedAnyVersionNeitherApprovesNorReleases() {
        correct(FIRST, Map.of(Field.PHONE, "0420000000"), "ALL");
        correct(CORRECTED, Map.of(Field.HOLDER, holder()), "OFFICE2");
        village.assess();
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        assertThatThrownBy(() -> acts.approve(files, "ALL")).isInstanceOf(Refusal.class);
        acts.approve(files, "APPROVER");
        assertThatThrownBy(() -> acts.release(files, directory.resolve("out"), "ALL"))
                .isInstanceOf(Refusal.class);
        acts.release(files, directory.resolve("out"), "FINANCE");
    }

    @Test
    void aCorrectionIsUndoneByAnotherUntilItsPaymentIsInAFile() {
        correct(FIRST, Map.of(Field.HOLDER, holder()), "OFFICE2");
        village.assess();
        correct(CORRECTED, Map.of(Field.ACCOUNT_NO, "7654321"), "OFFICE2");
        village.assess();
        assertThat(state(CORRECTED)).isEqualTo("DUPLICATE");
        assertThat(state(FIRST + "-3")).isEqualTo("DECIDED");
        assertThat(village.export(Export.PAYMENTS, "receipt_no").get(CORRECTED))
                .containsEntry("state", "CANCELLED");
        List<Review.Corrected> history =
                village.get(Review.class)
                        .look(village.program, id(FIRST), "OFFICE", "")
                        .corrections();
        assertThat(history)
                .extracting(Review.Corrected::receiptNo)
                .containsExactly(CORRECTED, FIRST + "-3");
        assertThat(history.getLast().changes())
                .containsExactly(new Review.Change(Field.ACCOUNT_NO, "…002", "…321"));
        village.build();
        assertThatThrownBy(() -> correct(FIRST + "-3", Map.of(Field.ACCOUNT_NO, "1"), "OFFICE2"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.key()).isEqualTo("assessment.rectify.inFile"));
    }

    @Test
    void aCorrectionThatLeavesADefectLeavesItDefective() {
        assertThat(correct(FIRST, Map.of(Field.IDENTITY_DOCUMENT, ""), "OFFICE2"))
                .contains(ReasonCode.IDENTITY_DOCUMENT_MISSING);
        village.assess();
        assertThat(state(FIRST)).isEqualTo("DUPLICATE");
        assertThat(state(CORRECTED)).isEqualTo("DEFECTIVE");
        correct(CORRECTED, Map.of(Field.HOLDER, holder()), "OFFICE2");
        correct(FIRST + "-3", Map.of(Field.IDENTITY_DOCUMENT, "ATTACHED"), "OFFICE2");
        village.assess();
        assertThat(state(FIRST + "-4")).isEqualTo("DECIDED");
    }

    @Test
    void aNameIsGivenByAFileOrStandardInputAndNotOnTheCommandLine() throws IOException {
        Path file = directory.resolve("said.txt");
        Files.writeString(file, "HOLDER=" + holder() + "\nHOLDER=twice\n");
        assertThat(rectify(FIRST, "--set-file", file.toString()).err())
                .contains("line 2", "HOLDER")
                .doesNotContain(holder());
        Files.writeString(file, "HOLDER=" + holder() + "\n");
        assertThat(rectify(FIRST, "--set-file", file.toString(), "--set", "HOLDER=x").err())
                .contains("HOLDER");
        assertThat(rectify(FIRST, "--set-file", directory.resolve("none").toString()).err())
                .contains("none");
        assertThat(rectify(FIRST).exitCode()).isEqualTo(2);
        assertThat(rectify(FIRST, "--set-file", file.toString()).exitCode()).isZero();
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream("PHONE=0420000000\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(rectify(CORRECTED, "--set-file", "-").out()).contains(FIRST + "-3");
        } finally {
            System.setIn(before);
        }
        village.assess();
        assertThat(state(FIRST + "-3")).isEqualTo("DECIDED");
    }

    private Answer rectify(String receiptNo, String... said) {
        List<String> words = new ArrayList<>(List.of("rectify", receiptNo));
        words.addAll(List.of(said));
        words.addAll(List.of("--source", "LETTER", "--reason", "a letter", "--as", "OFFICE2"));
        return village.command(words.toArray(String[]::new));
    }

    @Test
    void aConflictOfTheFirstReceiptNumberHoldsTheCorrectedOne() {
        correct(FIRST, Map.of(Field.HOLDER, holder()), "OFFICE2");
        Map<String, String> other =
                new HashMap<>(Village.application(2, FIRST, "2026-04-01 09:00:00"));
        other.put("電話番号", "0429999999");
        village.apply(List.of(other));
        village.assess();
        assertThat(state(CORRECTED)).isEqualTo("REVIEW");
    }

    @Test
    void whoIsNotOfTheOfficeAndWhatIsNotDefectiveAreRefused() {
        refused(
                "W0000000001",
                Map.of(Field.PHONE, "1"),
                "OFFICE",
                "assessment.rectify.notDefective");
        refused(FIRST, Map.of(), "OFFICE", "intake.rectify.nothing");
        refused(FIRST, Map.of(Field.RECEIVED, "2026-03-21"), "OFFICE", "intake.rectify.fixed");
        refused(FIRST, Map.of(Field.PHONE, "1\u202e2"), "OFFICE", "intake.rectify.characters");
        for (String person : List.of("FINANCE", "CALLCENTER", "AUDITOR", "APPROVER")) {
            assertThatThrownBy(() -> correct(FIRST, Map.of(Field.HOLDER, holder()), person))
                    .isInstanceOf(Refusal.class);
        }
        correct(FIRST, Map.of(Field.HOLDER, holder()), "OFFICE2");
        refused(FIRST, Map.of(Field.PHONE, "1"), "OFFICE", "intake.rectify.older");
        assertThat(
                        village.jdbc()
                                .sql("SELECT count(*) FROM rectification")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private void refused(String receipt, Map<Field, String> said, String person, String key) {
        assertThatThrownBy(() -> correct(receipt, said, person))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private java.util.Set<ReasonCode> correct(
            String receipt, Map<Field, String> said, String person) {
        return village.get(Rectifying.class)
                .correct(
                        village.program,
                        id(receipt),
                        new Rectifying.Correction(said, Source.TELEPHONE, "he called", ""),
                        person)
                .faults();
    }

    private String holder() {
        return Village.application(2, FIRST, "2026-04-01 09:00:00").get("口座名義カナ");
    }

    private long id(String receipt) {
        return village.jdbc()
                .sql("SELECT application_id FROM application WHERE receipt_no = ?")
                .param(receipt)
                .query(Long.class)
                .single();
    }

    private String row(String receipt) {
        return village.jdbc()
                .sql("SELECT a::text FROM application a WHERE receipt_no = ?")
                .param(receipt)
                .query(String.class)
                .single();
    }

    private String state(String receipt) {
        return village.export(Export.APPLICATIONS, "receipt_no").get(receipt).get("state");
    }
}
