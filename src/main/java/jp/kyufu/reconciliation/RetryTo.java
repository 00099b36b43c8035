package jp.kyufu.reconciliation;

import jp.kyufu.bank.AccountForm;

/** Where a payment that came back goes next, as a person of the office decides. */
public sealed interface RetryTo {

    /** The applicant gave another account. */
    record NewAccount(AccountForm form) implements RetryTo {}

    /** The same account: the bank confirmed it. */
    record SameAccount() implements RetryTo {}

    /** Points under a charge code. */
    record Points() implements RetryTo {}

    /**
     * Points into a wallet, another one than before or instead of money.
     *
     * @param written its id as the applicant wrote it
     */
    record Wallet(String written) implements RetryTo {

        /** Says nothing, as logs carry no wallets. */
        @Override
        public String toString() {
            return "Wallet[***]";
        }
    }
}
