package jp.kyufu.bank;

import java.time.LocalDate;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a bank as the master gives it.
 *
 * @param validFrom its first day; null: since ever
 * @param validTo 廃止日, the first day on which it is gone; null: not planned
 */
public record BankBranch(
        BankCode bank,
        String bankName,
        String bankKana,
        BranchCode branch,
        String branchName,
        String branchKana,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether a transfer on this day can reach it. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || day.isBefore(validTo));
    }
}
