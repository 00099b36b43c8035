package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of the register of sendings.
 *
 * @param how by which means the bytes went, {@code goesTo} where
 * @param reason why they were sent again, and {@code requestedBy} who had asked for it
 * @param done whether the bytes are known to have gone; false: it was cut off
 */
public record Sending(
        long sendingNo,
        Kind kind,
        String person,
        LocalDate on,
        String how,
        String goesTo,
        String sha256,
        Optional<String> reason,
        Optional<String> requestedBy,
        boolean done) {

    /** What kind of handing over it was (V111). */
    public enum Kind {
        /** Written into a folder by the release. */
        RELEASE,
        /** Written once more by one person, before anything said that the bytes were sent. */
        DOWNLOAD,
        /** Given to bank or provider, as a person says. */
        SENT,
        /** Written again for a second sending: one person asked for it, another did it. */
        RESEND
    }
}
