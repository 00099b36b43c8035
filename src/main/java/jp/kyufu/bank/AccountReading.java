package jp.kyufu.bank;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.jspecify.annotations.Nullable;

/**
 * What the account fields of an application say, as far as it can be told without the bank master.
 *
 * @param account in transfer form; null when it cannot be formed
 * @param codes every code that applies: defects, doubts and notes
 */
public record AccountReading(@Nullable TransferAccount account, Set<ReasonCode> codes) {

    public AccountReading {
        Set<ReasonCode> sorted = EnumSet.noneOf(ReasonCode.class);
        sorted.addAll(codes);
        codes = Collections.unmodifiableSet(sorted);
    }
}
