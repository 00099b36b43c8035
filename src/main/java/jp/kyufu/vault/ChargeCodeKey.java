package jp.kyufu.vault;

import java.nio.ByteBuffer;

/** The key of charge codes (file contract §6): who has it can tell the code of a payment. */
public final class ChargeCodeKey {

    private final Hmac hmac;

    ChargeCodeKey(byte[] key) {
        this.hmac = new Hmac(key);
    }

    /** HMAC-SHA-256 over the payment number as eight bytes, the highest first. */
    public byte[] hmac(long paymentNo) {
        return hmac.of(ByteBuffer.allocate(Long.BYTES).putLong(paymentNo).array());
    }
}
