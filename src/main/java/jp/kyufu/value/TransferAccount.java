package jp.kyufu.value;

import java.nio.charset.StandardCharsets;

/**
 * An account in transfer form: what a Zengin record needs. ゆうちょ accounts are already converted
 * (bank 9900).
 *
 * @param holder payee name in JIS X 0201 half-width kana, at most 30 bytes, as it is sent
 */
public record TransferAccount(
        BankCode bank, BranchCode branch, DepositType type, AccountNo number, String holder) {

    /** No character of an account or a Zengin name. */
    private static final String SEPARATOR = "\u001f";

    /** The same account whoever holds it: the text that fingerprints are computed over. */
    public String identity() {
        return bank.digits() + branch.digits() + type.code() + number.digits();
    }

    /** The bytes that are sealed; {@link #fromBytes} reads them back. */
    public byte[] toBytes() {
        return String.join(
                        SEPARATOR,
                        bank.digits(),
                        branch.digits(),
                        Integer.toString(type.code()),
                        number.digits(),
                        holder)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static TransferAccount fromBytes(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1);
        Check.that(parts.length == 5, "an account of %s parts", parts.length);
        return new TransferAccount(
                new BankCode(parts[0]),
                new BranchCode(parts[1]),
                DepositType.ofCode(Integer.parseInt(parts[2])),
                new AccountNo(parts[3]),
                parts[4]);
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
