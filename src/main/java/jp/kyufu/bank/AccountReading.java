package jp.kyufu.bank;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.jspecify.annotations.Nullable;

/**
 * What the account fields of an application say, as far as it can be told without the bank master.
 *
 * @param account in transfer form; null when it cannot be formed
 * @param bank as far as it could be read, like {@code branch} and {@code holder}: so that a defect
 *     in one of them hides none of another
 * @param holder as it is sent
 * @param codes every code that applies: defects, doubts and notes
 */
public record AccountReading(
        @Nullable TransferAccount account,
        @Nullable BankCode bank,
        @Nullable BranchCode branch,
        @Nullable String holder,
        Set<ReasonCode> codes) {

    public AccountReading {
        Set<ReasonCode> sorted = EnumSet.noneOf(ReasonCode.class);
        sorted.addAll(codes);
        codes = Collections.unmodifiableSet(sorted);
    }

    /** Never prints an account or a name. */
    @Override
    public String toString() {
        return "AccountReading[" + codes + "]";
    }
}
