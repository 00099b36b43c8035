package jp.kyufu.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM (NIST SP 800-38D), and the wrapping of one key by another with it. */
final class Aes {

    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG = 16;

    private Aes() {}

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Nonce, ciphertext and tag of {@code plain}; opens only with the same {@code context}. */
    static byte[] wrap(SecretKey by, byte[] plain, byte[] context) {
        byte[] nonce = random(NONCE);
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, by, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(context);
            byte[] wrapped = new byte[NONCE + plain.length + TAG];
            System.arraycopy(nonce, 0, wrapped, 0, NONCE);
            cipher.doFinal(plain, 0, plain.length, wrapped, NONCE);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was wrapped, or null if key or context are not the ones it was wrapped with. */
    static byte @Nullable [] unwrap(SecretKey by, byte[] wrapped, byte[] context) {
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, by, new GCMParameterSpec(8 * TAG, wrapped, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
