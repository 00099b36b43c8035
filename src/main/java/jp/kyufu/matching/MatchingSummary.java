package jp.kyufu.matching;

import java.util.EnumMap;
import java.util.Map;
import jp.kyufu.value.ReasonCode;

/**
 * What a run did.
 *
 * @param matched applications looked at in this run that found their resident, by how
 * @param open those that did not, by why
 * @param changed rows of {@code match} that are new or differ from before
 */
public record MatchingSummary(
        Map<MatchMethod, Long> matched, Map<ReasonCode, Long> open, long changed) {

    public MatchingSummary {
        matched = Map.copyOf(matched);
        open = Map.copyOf(open);
    }

    /** Applications looked at. */
    public long applications() {
        return sum(matched) + sum(open);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts while a run goes on; of one thread. */
    static final class Tally {

        private final Map<MatchMethod, Long> matched = new EnumMap<>(MatchMethod.class);
        private final Map<ReasonCode, Long> open = new EnumMap<>(ReasonCode.class);

        void matched(MatchMethod method) {
            matched.merge(method, 1L, Long::sum);
        }

        void open(ReasonCode code) {
            open.merge(code, 1L, Long::sum);
        }

        void add(Tally other) {
            other.matched.forEach((method, count) -> matched.merge(method, count, Long::sum));
            other.open.forEach((code, count) -> open.merge(code, count, Long::sum));
        }

        MatchingSummary summary(long changed) {
            return new MatchingSummary(matched, open, changed);
        }
    }
}
