package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

    @ParameterizedTest
    @CsvSource({
        "ソノダ, ンノダ",
        "シマダ, ツマダ",
        "1-7-2, 7-7-2",
        "山口, 山ロ",
        "末永, 未永",
        "大田, 太田",
        "千葉, 干葉",
        "己斐, 巳斐",
        "工藤, エ藤",
        "二宮, ニ宮",
        "力丸, カ丸",
        "夕子, タ子",
    })
    void charactersThatAreTakenForEachOtherAreNoDifferenceOfTheirOwn(String one, String other) {
        assertThat(LookAlikes.only(one, other)).isTrue();
        assertThat(LookAlikes.only(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"山口, 山口", "山口, 山田", "山口, 山ロ一", "大田, 犬多", "'', ''"})
    void anythingElseIs(String one, String other) {
        assertThat(LookAlikes.only(one, other)).isFalse();
    }

    @Test
    void itIsSymmetricForAnyText() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 50_000; i++) {
            String one = text(random);
            String other = text(random);
            assertThat(LookAlikes.only(one, other)).isEqualTo(LookAlikes.only(other, one));
            assertThat(LookAlikes.only(one, one)).isFalse();
        }
    }

    private static String text(RandomGenerator random) {
        String often = "ソンシツ口ロ末未大太犬17日目曰\ud842\udfb7";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(
                    random.nextBoolean()
                            ? often.charAt(random.nextInt(often.length()))
                            : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
