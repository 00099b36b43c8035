package jp.kyufu.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which the same bytes are known again. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of the digest. */
    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
