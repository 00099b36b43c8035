package jp.kyufu.vault;

import java.nio.charset.StandardCharsets;

/** The key of charge codes (file contract §6): who has it can tell the code of a payment. */
public final class ChargeCodeKey {

    private final Hmac hmac;

    ChargeCodeKey(byte[] key) {
        this.hmac = new Hmac(key);
    }

    /** HMAC-SHA-256 over the payment number as ten ASCII digits, as it stands in files. */
    public byte[] hmac(long paymentNo) {
        String digits = Long.toString(10_000_000_000L + paymentNo).substring(1);
        return hmac.of(digits.getBytes(StandardCharsets.US_ASCII));
    }
}
