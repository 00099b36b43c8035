package jp.kyufu.dispatch;

import jp.kyufu.vault.ChargeCodeKey;

/**
 * 付与コード (file contract §6): 15 characters, five bits each of the HMAC of the payment number, and a
 * Luhn mod 32 check character. The alphabet has no 0, 1, I and O, which people mistake.
 */
public final class ChargeCode {

    static final int LENGTH = 16;

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int BITS = 5;
    private static final int BASE = 1 << BITS;

    private ChargeCode() {}

    /** The code of a payment: always the same under the same key. */
    public static String of(long paymentNo, ChargeCodeKey key) {
        byte[] hmac = key.hmac(paymentNo);
        StringBuilder code = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int at = 0; code.length() < LENGTH - 1; ) {
            if (held < BITS) {
                bits = bits << Byte.SIZE | hmac[at++] & 0xFF;
                held += Byte.SIZE;
            }
            held -= BITS;
            code.append(ALPHABET.charAt(bits >> held & BASE - 1));
        }
        return code.append(ALPHABET.charAt(checkValue(code))).toString();
    }

    /** Whether a code is one as it would be issued: length, alphabet, check character. */
    public static boolean isWellFormed(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && ALPHABET.charAt(checkValue(code.substring(0, LENGTH - 1)))
                        == code.charAt(LENGTH - 1);
    }

    /** Luhn mod N (ISO/IEC 7812 generalised): every second value from the right counts double. */
    private static int checkValue(CharSequence code) {
        int sum = 0;
        int factor = 2;
        for (int i = code.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(code.charAt(i));
            sum += addend / BASE + addend % BASE;
            factor = 3 - factor;
        }
        return (BASE - sum % BASE) % BASE;
    }
}
