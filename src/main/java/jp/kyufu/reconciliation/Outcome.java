package jp.kyufu.reconciliation;

import java.util.Optional;

/** What became of a payment, in words that are the same for every bank and provider. */
public enum Outcome {
    CREDITED,
    NO_SUCH_ACCOUNT,
    NAME_DIFFERS,
    CANCELLED_BY_ORIGINATOR,
    NO_SUCH_WALLET,
    WALLET_LIMIT,
    CODE_EXPIRED,
    OTHER;

    /** Column 114 of a return file (file contract §7); empty: nobody mapped this code. */
    static Optional<Outcome> ofTransfer(String code) {
        return switch (code) {
            case "0" -> Optional.of(CREDITED);
            case "1" -> Optional.of(NO_SUCH_ACCOUNT);
            case "2" -> Optional.of(NAME_DIFFERS);
            case "8" -> Optional.of(CANCELLED_BY_ORIGINATOR);
            case "9" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }

    /** 結果コード of point results (file contract §7); empty: nobody mapped this code. */
    static Optional<Outcome> ofPoints(String code) {
        return switch (code) {
            case "0" -> Optional.of(CREDITED);
            case "1" -> Optional.of(NO_SUCH_WALLET);
            case "2" -> Optional.of(WALLET_LIMIT);
            case "3" -> Optional.of(CODE_EXPIRED);
            case "9" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }
}
