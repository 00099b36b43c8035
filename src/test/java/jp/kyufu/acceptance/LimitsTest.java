package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyufu.export.Export;
import jp.kyufu.samples.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kyufu.limits.*} as a city sets them, and what leaves for spreadsheets. */
class LimitsTest {

    @TempDir static Path directory;
    private static Village village;

    @BeforeAll
    static void settle() {
        village = new Village(directory, 8, 9_999, false);
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
    void aFileAboveWhatTheCityAllowsIsRefusedWithBothFigures() {
        String applications = village.file(List.of(application(1))).toString();
        assertRefused(
                Map.of("kyufu.limits.file-size", "100B"),
                "100 bytes|(limit|most).* 100 ",
                "import",
                "applications",
                applications);
        assertRefused(
                Map.of("kyufu.limits.columns", "20"),
                "26.*20",
                "import",
                "applications",
                applications);
        String any = village.write("any.csv", "x".repeat(300)).toString();
        for (String what : List.of("results", "kanji-map", "bank-master")) {
            assertRefused(
                    Map.of("kyufu.limits.answer-size", "200B"),
                    "300.* 200 ",
                    "import",
                    what,
                    any,
                    "--as",
                    "ALL");
        }
    }

    @Test
    void aRowOrFieldAboveWhatTheCityAllowsIsRejectedAloneAndTheRestGoesOn() {
        Map<String, String> longField = application(2);
        longField.put("メールアドレス", "a".repeat(90));
        Map<String, String> longRow = application(3);
        longRow.put("電話番号", "0".repeat(79));
        longRow.put("郵便番号", "0".repeat(79));
        longRow.put("住所", "町".repeat(79));
        Path file = village.file(List.of(application(1), longField, longRow, application(4)));
        Answer answer =
                limited(
                        Map.of(
                                "kyufu.limits.field-length", "80",
                                "kyufu.limits.row-size", "500B",
                                "kyufu.limits.rows-per-transaction", "1"),
                        "import",
                        "applications",
                        file.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(village.export(Export.REJECTS, "code").keySet())
                .containsExactlyInAnyOrder("FIELD_TOO_LONG", "ROW_TOO_LONG");
        village.assess();
        assertThat(village.export(Export.APPLICATIONS, "receipt_no").keySet())
                .contains("W0000000001", "W0000000004")
                .doesNotContain("W0000000002", "W0000000003");
    }

    @Test
    void whatBeginsLikeAFormulaGetsAnApostropheInLettersAndNowhereElse() {
        String extract =
                village.extract(LocalDate.of(2026, 3, 1), Map.of())
                        .replace(Village.surname(5) + "　" + Village.given(5), "=cmd|A0!　太郎")
                        .replace("東京都桑都市一丁目6番１号", "@SUM(1+1)");
        village.register(LocalDate.of(2026, 3, 1), extract);
        assertThat(village.export(Export.NOTICES, "household_no").get(Village.household(5)))
                .satisfies(row -> assertThat(row.get("name")).startsWith("'=cmd"));
        assertThat(village.export(Export.NOTICES, "household_no").get(Village.household(6)))
                .containsEntry("address", "'@SUM(1+1)");
        for (Export letters : List.of(Export.NOTICES, Export.REMINDERS)) {
            village.export(letters, "household_no")
                    .values()
                    .forEach(row ->
                            assertThat(row.values()).noneMatch(text -> text.matches("[=@+-].*")));
        }
    }

    private static void assertRefused(Map<String, String> limits, String says, String... words) {
        Answer answer = limited(limits, words);
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(1);
        assertThat(answer.err()).containsPattern(says);
    }

    private static Answer limited(Map<String, String> limits, String... words) {
        limits.forEach(System::setProperty);
        try {
            return village.command(words);
        } finally {
            limits.keySet().forEach(System::clearProperty);
        }
    }

    private static Map<String, String> application(int h) {
        return Village.application(h, "W%010d".formatted(h), "2026-04-01 09:00:00");
    }
}
