package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of one payment that were granted.
 *
 * @param expiresOn the last day on which they are good, as the provider was told
 * @param asked the provider is asked to take them back and has not answered
 * @param endedOn when they were claimed, expired or taken back; null: none of these
 */
public record PointLot(
        long paymentNo,
        long points,
        LocalDate grantedOn,
        LocalDate expiresOn,
        State state,
        boolean asked,
        @Nullable LocalDate endedOn) {

    /** GRANTED and CLAIMED are paid; EXPIRED and REVERSED came back. */
    public enum State {
        GRANTED,
        CLAIMED,
        EXPIRED,
        REVERSED
    }

    /** A lot with everything that happened to it. */
    public record Story(PointLot lot, List<Event> events) {}

    /**
     * What happened to a lot, and whose word it is.
     *
     * @param kind CLAIMED, EXPIRED, REVERSAL_ASKED, REVERSAL_REFUSED or REVERSED
     * @param document what shows it; of a request: why
     */
    public record Event(
            String kind,
            LocalDate dated,
            String document,
            String toldBy,
            String person,
            LocalDate recordedOn) {}

    /**
     * What became of a file about lots.
     *
     * @param buckets how many lines are in each; all but APPLIED and ALREADY_APPLIED are
     *     unexplained
     */
    public record Summary(
            int lotFileNo, String name, int lines, java.util.Map<String, Integer> buckets) {}
}
