package jp.kyufu.value;

/**
 * 振込依頼人: who sends the transfers and from which account.
 *
 * @param code 振込依頼人コード, ten digits
 * @param name in half-width kana, at most 40 bytes
 */
public record Consignor(
        String code,
        String name,
        BankCode bank,
        BranchCode branch,
        DepositType type,
        AccountNo account) {}
