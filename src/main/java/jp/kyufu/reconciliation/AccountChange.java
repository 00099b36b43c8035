package jp.kyufu.reconciliation;

import java.time.OffsetDateTime;
import java.util.Optional;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;

/**
 * An account or charge code that a person entered, in a list; masked.
 *
 * @param last3 the last three digits; empty: a charge code
 * @param paymentNo the newest payment to it, and its {@code state}; empty: none
 */
public record AccountChange(
        long applicationId,
        String receiptNo,
        int version,
        Rail rail,
        Optional<String> last3,
        OffsetDateTime at,
        String person,
        String reason,
        String evidence,
        Optional<Long> paymentNo,
        Optional<PaymentState> state) {}
