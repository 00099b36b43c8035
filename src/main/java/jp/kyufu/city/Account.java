package jp.kyufu.city;

import jp.kyufu.value.DepositType;

/**
 * A bank account as its holder knows it.
 *
 * @param symbol 記号 of a ゆうちょ account, else empty; bank, branch and number are then the transfer
 *     form
 * @param serial 番号 of a ゆうちょ account, else empty
 */
record Account(
        String bank, String branch, DepositType type, String number, String symbol, String serial) {

    boolean yucho() {
        return !symbol.isEmpty();
    }
}
