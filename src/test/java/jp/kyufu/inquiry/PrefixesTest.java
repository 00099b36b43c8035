package jp.kyufu.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class PrefixesTest {

    private static final String LETTERS = "アイ林森AB";

    @RepeatedTest(20)
    void whoseTextBeginsAlikeIsFoundTogether(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Texts texts = new Texts();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(word(random, 6));
            texts.add(all.getLast());
        }
        texts.trim();
        Prefixes prefixes = new Prefixes(IntStream.range(0, all.size()).toArray(), texts::at);
        for (int i = 0; i < 100; i++) {
            String prefix = word(random, 4);
            byte[] utf8 = prefix.getBytes(StandardCharsets.UTF_8);
            Prefixes.Range range = prefixes.range(utf8, utf8.length);
            TreeSet<Integer> found = new TreeSet<>();
            for (int at = range.from(); at < range.to(); at++) {
                found.add(prefixes.position(at));
            }
            TreeSet<Integer> expected = new TreeSet<>();
            for (int at = 0; at < all.size(); at++) {
                if (all.get(at).startsWith(prefix)) {
                    expected.add(at);
                }
            }
            assertThat(found).as("seed %s, %s", seed, prefix).isEqualTo(expected);
        }
    }

    private static String word(Random random, int most) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
