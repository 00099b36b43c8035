package jp.kyufu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.Test;

/** How money falls on its funding sources. */
class SharesTest {

    private static final ProgramTerms TERMS =
            ProgramFile.read(Path.of("sample-files", "program.yaml"));

    @Test
    void sharesMakeUpTheAmountAndNoneIsMoreThanAYenFromItsPart() {
        long seed = 20_260_701;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            long amount = random.nextLong(TERMS.budget(Rail.CASH));
            List<Long> shares = TERMS.shares(Rail.CASH, amount);
            assertThat(shares.stream().mapToLong(share -> share).sum())
                    .as("seed " + seed)
                    .isEqualTo(amount);
            for (int line = 0; line < shares.size(); line++) {
                double part =
                        (double) TERMS.budget().get(line).amounts().cash()
                                / TERMS.budget(Rail.CASH)
                                * amount;
                assertThat((double) shares.get(line)).isBetween(part - 1, part + 1);
            }
        }
    }
}
