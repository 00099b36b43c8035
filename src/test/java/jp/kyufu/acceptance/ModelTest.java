package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Design §3 as a small {@link Model}, against random people on the whole application ({@link
 * VillageLife}): what it forbids is refused and changes no row of any table; what it allows is
 * done, and the books show what it says. {@code -Dseed=N} and {@code -Dsteps=N} choose others; both
 * are printed and, on a failure, the fewest steps found that still fail.
 */
class ModelTest {

    private static final Duration FOR_SHRINKING =
            Duration.ofSeconds(Integer.getInteger("shrink", 60));

    @TempDir Path directory;

    private final long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
    private final int steps = Integer.getInteger("steps", 2_000);
    private final AtomicInteger lives = new AtomicInteger();

    @Test
    void whatIsForbiddenChangesNothingAndWhatIsAllowedDoesWhatTheDesignSays() {
        System.out.println("seed " + seed + ", steps " + steps);
        Optional<VillageLife.Failure> failure = live(IntStream.range(0, steps).boxed().toList());
        if (failure.isEmpty()) {
            return;
        }
        List<Integer> shortest =
                Shrinking.shortest(
                        failure.get().steps(),
                        some -> live(some).map(VillageLife.Failure::steps),
                        FOR_SHRINKING);
        VillageLife.Failure shown = live(shortest).orElse(failure.get());
        throw new AssertionError(
                "seed %s, steps %s:%n%s%s"
                        .formatted(seed, shown.steps(), shown.story(), shown.error().getMessage()),
                shown.error());
    }

    @Test
    void whatDoesNotMatterForAFailureIsLeftOut() {
        List<Integer> needed = List.of(3, 57, 141);
        List<Integer> shortest =
                Shrinking.shortest(
                        IntStream.range(0, 200).boxed().toList(),
                        some ->
                                some.containsAll(needed)
                                        ? Optional.of(some.subList(0, some.indexOf(141) + 1))
                                        : Optional.empty(),
                        Duration.ofSeconds(10));
        assertThat(shortest).isEqualTo(needed);
    }

    private Optional<VillageLife.Failure> live(List<Integer> some) {
        Path home = directory.resolve("life-" + lives.incrementAndGet());
        assertThat(home.toFile().mkdirs()).isTrue();
        return VillageLife.live(home, seed, some);
    }
}
