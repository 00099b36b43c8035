package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;

/**
 * A payment that came back or was cancelled. It carries neither name nor account.
 *
 * @param findingNo of the finding that waits for the office; empty: nobody waits for it
 * @param reason what bank or provider said; empty where nothing waits
 * @param since when it came back
 */
public record ReturnedPayment(
        long paymentNo,
        long applicationId,
        String receiptNo,
        Rail rail,
        long amount,
        int residents,
        int attempt,
        PaymentState state,
        Optional<Long> findingNo,
        Optional<String> reason,
        Optional<LocalDate> since) {

    /**
     * One try to pay.
     *
     * @param last3 the last digits of the account; empty: a charge code
     * @param changedBy who gave another account, {@code changedWhy} on what evidence
     */
    public record Attempt(
            long paymentNo,
            int attempt,
            Rail rail,
            long amount,
            PaymentState state,
            Optional<String> last3,
            Optional<String> changedBy,
            Optional<String> changedWhy,
            List<Move> moves) {}

    /** One movement of a try. */
    public record Move(PaymentState into, LocalDate day, String person, String cause, String why) {}
}
