package jp.kyufu.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one act changed about a paid claim.
 *
 * @param number the nth correction of the application
 * @param paymentNo the paid claim as it was named
 * @param topUp the further payment that followed; null: none was owed
 */
public record Correction(
        int number,
        String receiptNo,
        long paymentNo,
        List<Change> changes,
        @Nullable Long topUp,
        LocalDate on,
        String person,
        String reason,
        String evidence) {

    /**
     * What changed about one member.
     *
     * @param change DECLINES or CLAIMS
     * @param difference yen or points: above 0 to be paid, below 0 to be got back, 0 neither
     * @param caseNo the recovery case it opened; null: none
     */
    public record Change(
            String residentNo, String change, long difference, @Nullable Integer caseNo) {}
}
