package jp.kyufu.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds fewer steps that still fail, by leaving out halves, quarters, and so on to single ones. */
final class Shrinking {

    private Shrinking() {}

    /**
     * The fewest steps found in that time.
     *
     * @param failing steps that fail
     * @param fails tries some steps: those up to the failing one, or empty if none fails
     */
    static List<Integer> shortest(
            List<Integer> failing,
            Function<List<Integer>, Optional<List<Integer>>> fails,
            Duration time) {
        long until = System.nanoTime() + time.toNanos();
        List<Integer> shortest = failing;
        for (int chunk = Math.max(1, failing.size() / 2); chunk > 0; chunk /= 2) {
            for (int from = 0; from < shortest.size() && System.nanoTime() < until; ) {
                List<Integer> fewer = new ArrayList<>(shortest);
                fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                Optional<List<Integer>> still = fails.apply(List.copyOf(fewer));
                if (still.isPresent()) {
                    shortest = still.get();
                } else {
                    from += chunk;
                }
            }
        }
        return shortest;
    }
}
