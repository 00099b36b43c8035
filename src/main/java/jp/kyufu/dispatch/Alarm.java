package jp.kyufu.dispatch;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Something about a file that somebody must do in time.
 *
 * @param deadline until when it must be done, Asia/Tokyo: a file handed over, a stop answered;
 *     empty on the point rail
 * @param minutesLeft until then; below 0: it is too late
 */
public record Alarm(
        Kind kind,
        DispatchFile file,
        Optional<LocalDateTime> deadline,
        Optional<Long> minutesLeft) {

    /** What was left undone. */
    public enum Kind {
        /** Submitted or approved, and not released: nothing is paid (彦根 2025). */
        NOT_RELEASED,
        /** Released, and nothing says that it was sent. */
        NOT_SENT,
        /** UNKNOWN or CANCEL_REQUESTED: evidence is missing. */
        IN_DOUBT,
        /** The bank has not answered a stop. */
        STOP_OPEN,
        /** A newer register speaks against a payment that the bank can still stop. */
        STOP_WANTED,
        /** Points are past their last day and neither claimed nor expired nor taken back. */
        LOTS_OVERDUE
    }

    /** Whether the deadline has passed. */
    public boolean late() {
        return minutesLeft.filter(left -> left < 0).isPresent();
    }
}
