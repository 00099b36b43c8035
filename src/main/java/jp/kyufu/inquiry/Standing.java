package jp.kyufu.inquiry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/**
 * Where one application stands, read in one row.
 *
 * @param state as in {@code applications.csv}; empty before the first assessment
 * @param guarded whether it is a protected person's
 * @param open whether a person of the office must still look at it
 * @param payment the newest attempt
 */
record Standing(
        long id,
        String receiptNo,
        String channel,
        LocalDateTime receivedAt,
        String file,
        String state,
        List<String> codes,
        @Nullable String householdNo,
        @Nullable String residentNo,
        @Nullable String method,
        @Nullable Rail rail,
        @Nullable Long amount,
        @Nullable Integer residents,
        @Nullable String duplicateOf,
        boolean guarded,
        boolean open,
        @Nullable Payment payment) {

    /**
     * The newest payment of an application.
     *
     * @param rail which may be another than was wished, after a return
     * @param file state of the file it was last taken into
     * @param payDate of that file; null on points
     * @param stopped whether the bank is asked not to make it
     * @param last3 last digits of account or wallet; null for a charge code
     * @param since when it came into its state, in Japan
     */
    record Payment(
            PaymentState state,
            Rail rail,
            long amount,
            @Nullable FileState file,
            @Nullable LocalDate payDate,
            boolean stopped,
            @Nullable String last3,
            LocalDateTime since) {}

    /** The story so far, with what happened to payments and what people found. */
    Story story(
            List<Story.Movement> movements,
            List<Story.Remark> findings,
            List<Story.Elsewhere> elsewhere) {
        return new Story(
                receiptNo,
                channel,
                receivedAt,
                file,
                state,
                codes,
                householdNo,
                residentNo,
                method,
                rail == null ? null : rail.name(),
                amount,
                residents,
                duplicateOf,
                movements,
                findings,
                elsewhere,
                guarded);
    }
}
