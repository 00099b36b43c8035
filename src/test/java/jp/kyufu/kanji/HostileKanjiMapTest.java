package jp.kyufu.kanji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.kyufu.samples.Mutation;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The map of variants and the list of glyphs, damaged by {@link Mutation}. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileKanjiMapTest {

    private static final int FILES = 2_000;
    private static final long SEED = Long.getLong("seed", 1);
    private static final Path SAMPLES = Path.of("sample-files");

    @Test
    void aDamagedMapIsRefusedOrFoldsKanjiIntoKanjiAndInNoCircle() throws IOException {
        System.out.println("seed " + SEED);
        byte[] file = Files.readAllBytes(SAMPLES.resolve("kanji-map.json"));
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(file);
            try {
                ShrinkMap map = ShrinkMapReader.read(bytes, "damaged.json");
                Map<Integer, Integer> folds = Folds.of(map, Map.of(), Choice.USUAL).folds();
                long seed = SEED + i;
                folds.forEach((from, into) -> {
                    assertThat(Character.isIdeographic(from)).as("seed %s", seed).isTrue();
                    assertThat(Character.isIdeographic(into)).as("seed %s", seed).isTrue();
                    assertThat(folds).as("seed %s", seed).doesNotContainKey(into);
                });
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.key()).as("seed %s", SEED + i).startsWith("kanji.");
            }
        }
        assertThat(read).isBetween(FILES / 100, FILES * 9 / 10);
    }

    @Test
    void aDamagedListOfGlyphsIsRefusedOrNamesCharacters() throws IOException {
        byte[] file = Files.readAllBytes(SAMPLES.resolve("kanji-glyphs.csv"));
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(file);
            try {
                Map<String, Integer> glyphs = GlyphList.read(bytes, "damaged.csv");
                long seed = SEED + i;
                glyphs.forEach((glyph, character) ->
                        assertThat(Character.isValidCodePoint(character))
                                .as("seed %s, %s", seed, glyph)
                                .isTrue());
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.key()).as("seed %s", SEED + i).startsWith("kanji.");
            }
        }
        assertThat(read).isGreaterThan(FILES / 100);
    }
}
