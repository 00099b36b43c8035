package jp.kyufu.correction;

import java.time.LocalDate;
import java.util.Optional;
import jp.kyufu.value.Rail;

/**
 * A correction in a list: what it came to, without naming a resident.
 *
 * @param key in the order in which they were made
 * @param number the nth correction of the application
 * @param up yen or points to be paid; {@code down} to be got back
 * @param topUp the further payment that followed
 * @param cases how many recovery cases it opened
 */
public record CorrectionLine(
        long key,
        int number,
        String receiptNo,
        long paymentNo,
        Rail rail,
        int members,
        long up,
        long down,
        Optional<Long> topUp,
        int cases,
        LocalDate on,
        String person) {

    /** Which way a difference goes. */
    public enum Direction {
        UP,
        DOWN
    }
}
