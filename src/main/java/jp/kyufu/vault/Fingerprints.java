package jp.kyufu.vault;

import java.nio.charset.StandardCharsets;

/**
 * Fingerprints by which equal accounts are found without reading one: HMAC-SHA-256 with a key of
 * its own that is never rotated (design §5).
 */
public final class Fingerprints {

    private final Hmac hmac;

    Fingerprints(byte[] key) {
        this.hmac = new Hmac(key);
    }

    /** 32 bytes, equal for equal identities; the caller writes an identity in one way only. */
    public byte[] of(String identity) {
        return of(identity.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    public byte[] of(byte[] identity) {
        return hmac.of(identity);
    }
}
