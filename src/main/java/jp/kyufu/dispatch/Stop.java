package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A payment that the bank is asked not to make.
 *
 * @param deadline the bank's cut-off, Asia/Tokyo
 * @param answer what the bank said; empty: nothing yet, and nothing moves the payment
 */
public record Stop(
        int stopNo,
        long paymentNo,
        int fileNo,
        long amount,
        String reason,
        String person,
        LocalDateTime requestedAt,
        LocalDateTime deadline,
        Optional<Answer> answer) {

    /** The bank's answer: confirmed, the payment came back; refused, it stays. */
    public record Answer(boolean confirmed, String document, String toldBy, LocalDate dated) {}
}
