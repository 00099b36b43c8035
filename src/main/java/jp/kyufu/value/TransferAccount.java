package jp.kyufu.value;

/**
 * An account in transfer form: what a Zengin record needs. ゆうちょ accounts are already converted
 * (bank 9900).
 *
 * @param holder payee name in JIS X 0201 half-width kana, at most 30 bytes, as it is sent
 */
public record TransferAccount(
        BankCode bank, BranchCode branch, DepositType type, AccountNo number, String holder) {

    /** The same account whoever holds it: the text that fingerprints are computed over. */
    public String identity() {
        return bank.digits() + branch.digits() + type.code() + number.digits();
    }

    /** Never prints the number: logs carry ids, not accounts. */
    @Override
    public String toString() {
        return "TransferAccount["
                + bank
                + "-"
                + branch
                + " ***"
                + number.digits().substring(4)
                + "]";
    }
}
