package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyufu.access.People;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.inquiry.Inquiry;
import jp.kyufu.value.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A village in which the wife of household 5 is protected, lives elsewhere, and has applied and is
 * paid apart; everything that can be rendered is, and is searched.
 */
class ConfidentialTest {

    private static final String HER = Village.resident(5, 1);
    private static final String HEADS = "W0000000005";
    private static final String HERS = "W0000000105";

    @TempDir static Path directory;
    private static Village village;
    private static Path out;

    @BeforeAll
    static void payBoth() {
        village = new Village(directory, 8, 9_999);
        village.guarded.add(HER);
        village.register(LocalDate.of(2026, 3, 1), Map.of());
        Map<String, String> hers = Village.application(5, HERS, "2026-04-02 10:00:00");
        hers.put("申請者氏名", Village.surname(5) + " 花1");
        hers.put("申請者氏名カナ", Village.kana(5, 1));
        hers.put("申請者生年月日", Village.birthday(5, 1).toString());
        hers.put("住所", Village.HIDDEN);
        hers.put("口座番号", "7654321");
        hers.put("口座名義カナ", Village.kana(5, 1));
        village.apply(List.of(hers));
        village.assess();
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out/files"), "FINANCE");
        out = directory.resolve("out");
        for (Export export : Export.values()) {
            village.get(Exports.class)
                    .write(export, village.program, out.resolve(export.fileName()), "AUDITOR");
        }
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
    void sheIsPaidApart() {
        assertThat(village.export(Export.PAYMENTS, "receipt_no")).containsKeys(HEADS, HERS);
        assertThat(village.export(Export.PAYMENTS, "receipt_no").get(HERS))
                .containsEntry("amount", "5000")
                .containsEntry("state", "RELEASED");
    }

    @Test
    void hamamatsu_theNewAddressOfAProtectedPersonIsRenderedToNobodyElse() {
        List<Path> naming = rendered().stream().filter(file -> text(file).contains("秘匿町")).toList();
        assertThat(naming).containsExactly(out.resolve("notices-apart.csv"));
        assertThat(text(naming.getFirst()).lines().skip(1))
                .hasSize(1)
                .allMatch(s -> s.contains("花1"));
        assertThat(text(out.resolve("notices.csv")))
                .contains(Village.household(5))
                .doesNotContain(",1," + Village.surname(5));
        for (int h = 1; h <= 8; h++) {
            assertThat(story("W%010d".formatted(h))).doesNotContain("秘匿町");
        }
        assertThat(story(HERS)).doesNotContain("秘匿町");
    }

    @Test
    void hamamatsu_neitherHeadNorCallCenterIsToldThatSheHasAppliedOrWasPaid() {
        String hers = story(HERS);
        assertThat(hers)
                .contains("OFFICE", HERS)
                .doesNotContain(
                        "DECIDED", "RELEASED", "5000", HER, Village.household(5), "321", "true");
        assertThat(story(HEADS))
                .contains("DECIDED", "10000")
                .doesNotContain("RESERVED", "guarded\":true", HERS, HER);
    }

    @Test
    void whoHasTheRightSeesHerCaseAndLeavesTheReason() {
        Inquiry inquiry = village.get(Inquiry.class);
        assertThat(inquiry.wholeStories(village.program, HERS, "PROTECTED", "she rang").getFirst())
                .satisfies(story -> assertThat(story.state()).isEqualTo("DECIDED"))
                .satisfies(story -> assertThat(story.movements()).isNotEmpty());
        assertThat(
                        village.jdbc()
                                .sql(
                                        "SELECT object || ' ' || (detail ->> 'reason') FROM audit_event"
                                                + " WHERE act = 'protected.view' AND person = 'PROTECTED'")
                                .query(String.class)
                                .list())
                .containsExactly("application " + HERS + " she rang");
        refused(
                "inquiry.reasonMissing",
                () -> inquiry.wholeStories(village.program, HERS, "PROTECTED", " "));
        for (String other : List.of("OFFICE", "CALLCENTER", "ADMIN", "FINANCE")) {
            refused(
                    "access.lacksRole",
                    () -> inquiry.wholeStories(village.program, HERS, other, "curious"));
        }
        refused(
                "access.unknown",
                () -> inquiry.wholeStories(village.program, HERS, "operator", "curious"));
    }

    @Test
    void amagasaki_theCallCenterReadsOneRecordAtATimeAndTakesNoListAway() throws IOException {
        Path stick = Files.createDirectories(directory.resolve("stick"));
        for (Export export : Export.values()) {
            refused(
                    "access.lacksRole",
                    () ->
                            village.get(Exports.class)
                                    .write(
                                            export,
                                            village.program,
                                            stick.resolve(export.fileName()),
                                            "CALLCENTER"));
        }
        try (Stream<Path> files = Files.list(stick)) {
            assertThat(files).isEmpty();
        }
        refused(
                "access.lacksRole",
                () -> village.get(People.class).requireLists("CALLCENTER", Village.TODAY));
        assertThat(story("W0000000001")).contains("DECIDED");
    }

    @Test
    void exportsBelongToTheirOwnerAlone() {
        assertThat(rendered())
                .allSatisfy(file ->
                        assertThat(Files.getPosixFilePermissions(file))
                                .containsExactlyInAnyOrderElementsOf(
                                        java.nio.file.attribute.PosixFilePermissions.fromString(
                                                "rw-------")));
    }

    @Test
    void noStoryShowsMoreOfAnAccountThanItsLastThreeDigits() {
        for (int h = 1; h <= 8; h++) {
            assertThat(story("W%010d".formatted(h)))
                    .doesNotContain(Village.account(h), Village.wallet(h));
        }
        assertThat(story("W0000000001")).contains("\"001\"");
    }

    private static String story(String receipt) {
        return JsonMapper.shared()
                .writeValueAsString(village.get(Inquiry.class).stories(village.program, receipt));
    }

    private static List<Path> rendered() {
        try (Stream<Path> files = Files.walk(out)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
