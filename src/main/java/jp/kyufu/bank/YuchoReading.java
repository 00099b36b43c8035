package jp.kyufu.bank;

import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;

/** What a ゆうちょ 記号 and 番号 say, as an account that can receive a transfer. */
public sealed interface YuchoReading {

    /**
     * @param checkDigitFits the fourth digit of the 記号 is the check digit; a note, never a reason
     *     to reject, as published examples fail it
     */
    record Valid(BranchCode branch, DepositType type, AccountNo account, boolean checkDigitFits)
            implements YuchoReading {}

    /**
     * @param why which rule is broken, for tests and logs; holds no digit of the account
     */
    record Invalid(String why) implements YuchoReading {}
}
