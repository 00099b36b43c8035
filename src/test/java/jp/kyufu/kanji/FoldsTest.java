package jp.kyufu.kanji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.kyufu.value.FileRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample map is written in the official format, with glyphs of its own numbers. */
class FoldsTest {

    private static final Path SAMPLES = Path.of("sample-files");
    private static final ShrinkMap SAMPLE = map("kanji-map.json");
    private static final Map<String, Integer> GLYPHS = glyphs();

    @Test
    void circularsAtOneStepFoldAndNothingElse() {
        Folds folds = Folds.of(SAMPLE, GLYPHS, Choice.USUAL);
        assertThat(folds.folds())
                .containsEntry("髙".codePointAt(0), (int) '高')
                .containsEntry("𠮷".codePointAt(0), (int) '吉')
                .containsEntry("㐧".codePointAt(0), (int) '第')
                .doesNotContainKeys((int) '䖝', (int) '䅈', (int) '㝵', (int) '㠯');
        assertThat(folds.unknown()).isOne();
    }

    @Test
    void anotherCharacterIsNeverFoldedWhateverTheChoice() {
        Choice everything = new Choice(EnumSet.allOf(Evidence.class), 99);
        assertThat(Folds.of(SAMPLE, GLYPHS, everything).folds())
                .doesNotContainKey((int) '籘')
                .containsEntry((int) '䖝', (int) '虫')
                .containsEntry((int) '䅈', (int) '稽')
                .containsEntry((int) '㝵', (int) '得')
                .containsEntry((int) '㠯', (int) '以');
    }

    @Test
    void withoutTheListOfGlyphsOnlyCharactersOfTheStandardAreKnown() {
        Folds folds = Folds.of(SAMPLE, Map.of(), Choice.USUAL);
        assertThat(folds.folds()).containsEntry((int) '邉', (int) '辺').doesNotContainKey((int) '髙');
        assertThat(folds.unknown()).isGreaterThan(1);
    }

    @Test
    void strongerEvidenceComesBeforeFewerSteps() {
        ShrinkMap map =
                read(
                        """
                        {"content": [
                        {"MJ文字図形名": "MJ000001", "対応するUCS": "U+3402",
                         "読み・字形による類推": [{"UCS": "U+4E00"}],
                         "法務省戸籍法関連通達・通知": [{"UCS": "U+5341", "ホップ数": 2},
                                                  {"UCS": "U+559C", "ホップ数": 1}]}]}
                        """);
        Set<Evidence> both = EnumSet.of(Evidence.ANALOGY, Evidence.NOTICE);
        assertThat(Folds.of(map, Map.of(), new Choice(both, 2)).folds())
                .isEqualTo(Map.of(0x3402, (int) '喜'));
        assertThat(Folds.of(map, Map.of(), new Choice(EnumSet.of(Evidence.ANALOGY), 2)).folds())
                .isEqualTo(Map.of(0x3402, (int) '一'));
    }

    @Test
    void foldsAreStoredAndReadBackAsTheyAre() {
        Map<Integer, Integer> folds = Folds.of(SAMPLE, GLYPHS, Choice.USUAL).folds();
        assertThat(Folds.parse(new Folds(folds, 0).toText())).isEqualTo(folds);
        assertThat(Folds.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kanji-empty.json, kanji.empty, 1",
        "kanji-not-json.json, kanji.notJson, 7",
        "kanji-content-missing.json, kanji.noContent, 1",
        "kanji-glyph-malformed.json, kanji.glyph, 5",
        "kanji-glyph-twice.json, kanji.glyphTwice, 6",
        "kanji-character-malformed.json, kanji.character, 5",
        "kanji-character-is-no-kanji.json, kanji.character, 5",
        "kanji-hops-zero.json, kanji.hops, 5",
        "kanji-evidence-misspelt.json, kanji.evidence, 5",
        "kanji-evidence-is-no-list.json, kanji.noList, 5",
    })
    void aBrokenMapIsRefusedWithTheLine(String file, String key, int line) {
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> map("broken/" + file))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.location()).startsWith("broken/" + file + ":" + line);
                });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "MJ文字図形名|UCS, kanji.column",
                "MJ文字図形名;対応するUCS|MJ000001;高, kanji.character",
                "MJ文字図形名;対応するUCS|\"MJ000001;x, kanji.notCsv",
            })
    void aBrokenListOfGlyphsIsRefused(String text, String key) {
        byte[] csv = text.replace('|', '\n').replace(';', ',').getBytes();
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> GlyphList.read(csv, "g.csv"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static ShrinkMap read(String json) {
        return ShrinkMapReader.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "m");
    }

    private static ShrinkMap map(String file) {
        return ShrinkMapReader.read(bytes(file), file);
    }

    private static Map<String, Integer> glyphs() {
        return GlyphList.read(bytes("kanji-glyphs.csv"), "kanji-glyphs.csv");
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
