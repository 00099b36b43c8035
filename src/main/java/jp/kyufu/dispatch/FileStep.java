package jp.kyufu.dispatch;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One step of a file on its way.
 *
 * @param person who took it
 * @param at when; empty where the moment is not kept with the file
 * @param note why it was rejected or withdrawn, or what showed its acceptance
 */
public record FileStep(
        What what, String person, Optional<OffsetDateTime> at, Optional<String> note) {

    /** What was done. */
    public enum What {
        BUILT,
        SUBMITTED,
        APPROVED,
        RELEASED,
        REJECTED,
        WITHDRAWN,
        /** Bank or provider has it: the note says what shows it, the person is not kept here. */
        EVIDENCE
    }
}
