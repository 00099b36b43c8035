package jp.kyufu.inquiry;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one application, without names or account numbers.
 *
 * @param state as in {@code applications.csv}; empty before the first assessment
 * @param amount yen or points of the claim
 */
public record Story(
        String receiptNo,
        String channel,
        LocalDateTime receivedAt,
        String file,
        String state,
        List<String> codes,
        @Nullable String householdNo,
        @Nullable String residentNo,
        @Nullable String matchMethod,
        @Nullable String rail,
        @Nullable Long amount,
        @Nullable Integer residents,
        @Nullable String duplicateOf,
        List<Movement> movements,
        List<Remark> findings) {

    /**
     * One posting of one payment.
     *
     * @param account last three digits of account or wallet; null for a charge code
     */
    public record Movement(
            long paymentNo,
            int attempt,
            String rail,
            long amount,
            @Nullable String account,
            String state,
            LocalDateTime at,
            String person,
            String act,
            String why,
            String cause) {}

    /** A finding and what was decided; empty texts while it is open. */
    public record Remark(
            long findingNo,
            String code,
            String state,
            String decision,
            String decidedBy,
            String reason) {}
}
