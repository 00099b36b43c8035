package jp.kyufu.reconciliation;

import jp.kyufu.bank.AccountForm;

/** Where a payment that came back goes next, as a person of the office decides. */
public sealed interface RetryTo {

    /** The applicant gave another account. */
    record NewAccount(AccountForm form) implements RetryTo {}

    /** The same account: the bank confirmed it. */
    record SameAccount() implements RetryTo {}

    /** A charge code instead of money. */
    record Points() implements RetryTo {}
}
