package jp.kyufu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Figures are counted once, and nobody waits for them longer than a moment. */
class CountedTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

    private final Counted.Kept<Integer> kept = new Counted.Kept<>(CLOCK, Duration.ofMinutes(1));
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger counts = new AtomicInteger();

    private int slowly() {
        counts.incrementAndGet();
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 2;
    }

    private Counted<Integer> settled(String version) throws InterruptedException {
        done.countDown();
        Optional<Counted<Integer>> found = kept.soon(1, version, this::slowly);
        while (found.isEmpty() || found.get().old()) {
            Thread.sleep(10);
            found = kept.soon(1, version, this::slowly);
        }
        return found.get();
    }

    @Test
    void whoComesBeforeAnythingWasCountedIsToldSoAndItIsCountedOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(kept.soon(1, "a", this::slowly)).isEmpty();
        }
        assertThat(settled("a")).isEqualTo(new Counted<>(2, CLOCK.instant(), false));
        assertThat(counts).hasValue(1);
    }

    @Test
    void whileSomethingIsCountedAnewTheOldFiguresAreGivenAndSaySo() throws Exception {
        assertThat(kept.of(1, "a", () -> 1).value()).isEqualTo(1);
        assertThat(kept.soon(1, "a", this::slowly).orElseThrow().old()).isFalse();
        assertThat(kept.soon(1, "b", this::slowly))
                .contains(new Counted<>(1, CLOCK.instant(), true));
        assertThat(settled("b").value()).isEqualTo(2);
        assertThat(counts).hasValue(1);
    }

    @Test
    void whoActsOnFiguresGetsThoseOfNow() {
        assertThat(kept.of(1, "a", () -> 1).value()).isEqualTo(1);
        assertThat(kept.of(1, "a", () -> 3).value()).isEqualTo(1);
        assertThat(kept.of(1, "b", () -> 3)).isEqualTo(new Counted<>(3, CLOCK.instant(), false));
    }
}
