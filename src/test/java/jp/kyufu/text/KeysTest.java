package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void theHashIsTheSameForEver() { // values computed apart from this code
        assertThat(Keys.hash64("")).isZero();
        assertThat(Keys.hash64("山田太郎")).isEqualTo(9026060340183624154L);
        assertThat(Keys.hash64("a")).isEqualTo(-1322954507504657564L);
        assertThat(Keys.hash64("\u0000")).isEqualTo(-64092474181313288L);
    }

    @Test
    void onlyTheEmptyKeyHashesToZero() {
        AnyText any = AnyText.seeded();
        for (int i = 0; i < 100_000; i++) {
            String text = any.next();
            assertThat(Keys.hash64(text) == 0).isEqualTo(text.isEmpty());
            assertThat(Keys.hash64(new StringBuilder(text).toString()))
                    .isEqualTo(Keys.hash64(text));
        }
    }

    @Test
    void closeKeysDoNotCollideAndEveryBitMoves() {
        Set<Long> hashes = new HashSet<>();
        int[] ones = new int[64];
        int count = 0;
        for (char a = 'ァ'; a <= 'ヶ'; a++) {
            for (char b = 'ァ'; b <= 'ヶ'; b++) {
                for (char c = 'ァ'; c <= 'ヶ'; c++) {
                    long hash = Keys.hash64("" + a + b + c);
                    hashes.add(hash);
                    count++;
                    for (int bit = 0; bit < 64; bit++) {
                        ones[bit] += (int) (hash >>> bit & 1);
                    }
                }
            }
        }
        assertThat(hashes).hasSize(count);
        for (int bit = 0; bit < 64; bit++) {
            assertThat((double) ones[bit] / count).as("bit %d", bit).isBetween(0.495, 0.505);
        }
    }
}
