package jp.kyufu.web.finance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Figures that are counted over everything and kept until something changed, a minute at most; each
 * says when it was counted.
 *
 * @param at the moment it was counted
 */
record Counted<T>(T value, Instant at) {

    /** Kept figures of one kind, by program. */
    static final class Kept<T> {

        private static final Duration LONGEST = Duration.ofMinutes(1);

        private record Slot<T>(String version, Counted<T> figures) {}

        private final Map<Short, Slot<T>> slots = new ConcurrentHashMap<>();
        private final Clock clock;

        Kept(Clock clock) {
            this.clock = clock;
        }

        /** The figures of this version, counted anew if they are not there or old. */
        Counted<T> of(short program, String version, Supplier<T> count) {
            Slot<T> slot =
                    slots.compute(
                            program,
                            (_, kept) ->
                                    kept != null
                                                    && kept.version().equals(version)
                                                    && isYoung(kept.figures().at())
                                            ? kept
                                            : new Slot<>(
                                                    version,
                                                    new Counted<>(count.get(), clock.instant())));
            return slot.figures();
        }

        private boolean isYoung(Instant at) {
            return Duration.between(at, clock.instant()).compareTo(LONGEST) < 0;
        }
    }
}
