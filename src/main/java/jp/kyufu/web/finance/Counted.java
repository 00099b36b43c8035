package jp.kyufu.web.finance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Figures that are counted over everything and kept until something changed, a minute at most; each
 * says when it was counted.
 *
 * @param at the moment it was counted
 * @param old whether something changed since and it is being counted anew
 */
public record Counted<T>(T value, Instant at, boolean old) {

    /** Kept figures of one kind, by what they are about. */
    static final class Kept<T> {

        private static final Duration LONGEST = Duration.ofMinutes(1);
        private static final long PATIENCE_MILLIS = 150;

        private record Slot<T>(String version, Counted<T> figures) {}

        private final Map<Integer, Slot<T>> slots = new ConcurrentHashMap<>();
        private final Map<Integer, CompletableFuture<Counted<T>>> renewed =
                new ConcurrentHashMap<>();
        private final Clock clock;

        Kept(Clock clock) {
            this.clock = clock;
        }

        /** The figures of this version, counted anew if they are not there or not young. */
        Counted<T> of(int about, String version, Supplier<T> count) {
            return slots.compute(
                            about,
                            (_, kept) ->
                                    kept != null && isCurrent(kept, version)
                                            ? kept
                                            : new Slot<>(
                                                    version,
                                                    new Counted<>(
                                                            count.get(), clock.instant(), false)))
                    .figures();
        }

        /**
         * The same for figures that take seconds: rather the old ones, which say so, than a long
         * wait. Only where there are none yet does it wait.
         */
        Counted<T> soon(int about, String version, Supplier<T> count) {
            Slot<T> kept = slots.get(about);
            if (kept == null || isCurrent(kept, version)) {
                return of(about, version, count);
            }
            Counted<T> old = kept.figures();
            return renewed.computeIfAbsent(
                            about,
                            _ -> CompletableFuture.supplyAsync(() -> of(about, version, count)))
                    .whenComplete((_, _) -> renewed.remove(about))
                    .copy()
                    .completeOnTimeout(
                            new Counted<>(old.value(), old.at(), true),
                            PATIENCE_MILLIS,
                            TimeUnit.MILLISECONDS)
                    .join();
        }

        private boolean isCurrent(Slot<T> kept, String version) {
            return kept.version().equals(version)
                    && Duration.between(kept.figures().at(), clock.instant()).compareTo(LONGEST)
                            < 0;
        }
    }
}
