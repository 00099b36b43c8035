package jp.kyufu.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what names a person or an account: AES-256-GCM under the current data key. A sealed value
 * is the key's id (2 bytes), a random nonce (12 bytes), the ciphertext and its tag (16 bytes). Safe
 * for any number of threads; made for a call per row.
 */
public final class Vault {

    /** Bytes a sealed value is longer than what was sealed. */
    public static final int OVERHEAD = 2 + Aes.NONCE + Aes.TAG;

    private final Supplier<Map<Integer, SecretKey>> source;
    private final ThreadLocal<Ciphers> ciphers = ThreadLocal.withInitial(Ciphers::new);
    private volatile DataKeys keys;

    /**
     * Seals with the key of the highest id, opens with any.
     *
     * @param source gives all data keys; asked again when a value names one that is not known yet,
     *     for another process may have rotated the keys
     */
    Vault(Supplier<Map<Integer, SecretKey>> source) {
        this.source = source;
        this.keys = DataKeys.of(source.get());
    }

    /** Gives the sealed form of {@code plain}; never the same twice. */
    public byte[] seal(byte[] plain) {
        Ciphers mine = ciphers.get();
        DataKeys now = keys;
        byte[] sealed = new byte[plain.length + OVERHEAD];
        sealed[0] = (byte) (now.newestId() >> 8);
        sealed[1] = (byte) now.newestId();
        mine.nonces.next(sealed, 2);
        try {
            mine.sealing.init(
                    Cipher.ENCRYPT_MODE,
                    now.newest(),
                    new GCMParameterSpec(8 * Aes.TAG, sealed, 2, Aes.NONCE));
            mine.sealing.updateAAD(sealed, 0, 2);
            mine.sealing.doFinal(plain, 0, plain.length, sealed, 2 + Aes.NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives what was sealed; a changed or cut value is a programmer's or an attacker's error. */
    public byte[] open(byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw new IllegalStateException("a sealed value of " + sealed.length + " bytes");
        }
        int id = (sealed[0] & 0xFF) << 8 | sealed[1] & 0xFF;
        SecretKey key = key(id);
        Cipher opening = ciphers.get().opening;
        try {
            opening.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(8 * Aes.TAG, sealed, 2, Aes.NONCE));
            opening.updateAAD(sealed, 0, 2);
            int start = 2 + Aes.NONCE;
            return opening.doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open", e);
        }
    }

    public byte[] sealText(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    private SecretKey key(int id) {
        SecretKey key = keys.byId().get(id);
        return key != null ? key : fetched(id);
    }

    private synchronized SecretKey fetched(int id) {
        if (!keys.byId().containsKey(id)) {
            keys = DataKeys.of(source.get());
        }
        SecretKey key = keys.byId().get(id);
        if (key == null) {
            throw new IllegalStateException("no data key " + id);
        }
        return key;
    }

    /** The data keys as last read; the newest seals. */
    private record DataKeys(Map<Integer, SecretKey> byId, int newestId, SecretKey newest) {

        static DataKeys of(Map<Integer, SecretKey> keys) {
            int newest = Collections.max(keys.keySet());
            return new DataKeys(Map.copyOf(keys), newest, Objects.requireNonNull(keys.get(newest)));
        }
    }

    /** One thread's own, for ciphers are neither cheap to make nor safe to share. */
    private static final class Ciphers {
        final Cipher sealing = Aes.cipher();
        final Cipher opening = Aes.cipher();
        final Nonces nonces = new Nonces();
    }

    /** Random nonces, fetched by the hundred. */
    private static final class Nonces {
        private final SecureRandom random = new SecureRandom();
        private final byte[] pool = new byte[256 * Aes.NONCE];
        private int used = pool.length;

        void next(byte[] to, int at) {
            if (used == pool.length) {
                random.nextBytes(pool);
                used = 0;
            }
            System.arraycopy(pool, used, to, at, Aes.NONCE);
            used += Aes.NONCE;
        }
    }
}
