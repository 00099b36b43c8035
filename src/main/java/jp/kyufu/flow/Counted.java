package jp.kyufu.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Figures that are counted over everything and kept until something changed, for some time at most;
 * each says when it was counted.
 *
 * @param at the moment it was counted
 * @param old whether something changed since and it is being counted anew
 */
public record Counted<T>(T value, Instant at, boolean old) {

    /** Kept figures of one kind, by what they are about. */
    public static final class Kept<T> {

        private static final long PATIENCE_MILLIS = 150;

        private record Slot<T>(String version, Counted<T> figures) {}

        private final Map<Object, Slot<T>> slots = new ConcurrentHashMap<>();
        private final Map<Object, CompletableFuture<Counted<T>>> counting =
                new ConcurrentHashMap<>();
        private final Clock clock;
        private final Duration longest;

        /**
         * @param longest after which they are counted anew although nothing seems to have changed
         */
        public Kept(Clock clock, Duration longest) {
            this.clock = clock;
            this.longest = longest;
        }

        /** The figures of this version, counted anew if they are not there or not young. */
        public Counted<T> of(Object about, String version, Supplier<T> count) {
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
         * wait. Empty where there are none yet and counting takes longer than a reader's patience;
         * it goes on, once however many ask.
         */
        public Optional<Counted<T>> soon(Object about, String version, Supplier<T> count) {
            Slot<T> kept = slots.get(about);
            if (kept != null && isCurrent(kept, version)) {
                return Optional.of(kept.figures());
            }
            Optional<Counted<T>> old =
                    Optional.ofNullable(kept)
                            .map(Slot::figures)
                            .map(was -> new Counted<>(was.value(), was.at(), true));
            return counting.computeIfAbsent(
                            about,
                            _ -> CompletableFuture.supplyAsync(() -> of(about, version, count)))
                    .whenComplete((_, _) -> counting.remove(about))
                    .thenApply(Optional::of)
                    .completeOnTimeout(old, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }

        private boolean isCurrent(Slot<T> kept, String version) {
            return kept.version().equals(version)
                    && Duration.between(kept.figures().at(), clock.instant()).compareTo(longest)
                            < 0;
        }
    }
}
