package jp.kyufu.value;

import java.util.Optional;

/**
 * The id of a wallet of the city's digital currency: SP and ten digits (file contract §3).
 *
 * @param id as the provider knows it
 */
public record WalletId(String id) {

    private static final String PREFIX = "SP";
    private static final int DIGITS = 10;
    private static final int SHOWN = 3;

    public WalletId {
        Check.that(isOne(id), "not a wallet id");
    }

    /** A wallet id, given in one width and case; empty for anything else. */
    public static Optional<WalletId> of(String folded) {
        return isOne(folded) ? Optional.of(new WalletId(folded)) : Optional.empty();
    }

    /** The part that may be shown. */
    public String last3() {
        return id.substring(id.length() - SHOWN);
    }

    private static boolean isOne(String text) {
        return text.startsWith(PREFIX)
                && Digits.isDigits(text.substring(PREFIX.length()), DIGITS, DIGITS);
    }

    /** Says nothing, as logs carry no wallets. */
    @Override
    public String toString() {
        return "WalletId[***]";
    }
}
