package jp.kyufu.upload;

import java.util.Optional;

/**
 * Who hands in a file, and as what.
 *
 * @param program key of the program that it belongs to; empty for a register
 */
public record Submission(Kind kind, Optional<Short> program, String person) {

    /** What an uploaded file is. */
    public enum Kind {
        REGISTER,
        APPLICATIONS,
        RESULTS,
        POINT_RESULTS
    }
}
