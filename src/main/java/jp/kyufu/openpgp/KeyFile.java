package jp.kyufu.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import jp.kyufu.value.Refusal;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/**
 * Keys in a file as {@code gpg --export} writes it, armored or not. The file is trusted as it is:
 * who names it in the configuration has compared fingerprints.
 */
final class KeyFile {

    private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    private KeyFile() {}

    /** The newest key that encrypts; refuses a file without one, or with expired ones only. */
    static PGPPublicKey encrypting(Path file, Instant now) {
        return newest(
                file,
                now,
                rings(file, in -> new PGPPublicKeyRingCollection(in, fingerprints())).iterator(),
                PGPPublicKey::isEncryptionKey,
                ENCRYPTS,
                "openpgp.noEncryptionKey");
    }

    /** The newest key that signs, with its secret; refuses as above. */
    static PGPSecretKey signing(Path file, Instant now) {
        PGPSecretKeyRingCollection rings =
                rings(file, in -> new PGPSecretKeyRingCollection(in, fingerprints()));
        PGPPublicKey key =
                newest(
                        file,
                        now,
                        rings.iterator(),
                        candidate -> hasSecret(rings, candidate),
                        KeyFlags.SIGN_DATA,
                        "openpgp.noSigningKey");
        return rings.getSecretKey(key.getKeyID());
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException, PGPException;
    }

    private interface Fits {
        boolean test(PGPPublicKey key);
    }

    private static <T> T rings(Path file, Reader<T> reader) {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            return reader.read(in);
        } catch (IOException | PGPException | RuntimeException e) {
            throw new Refusal("openpgp.keyUnreadable", file);
        }
    }

    private static PGPPublicKey newest(
            Path file,
            Instant now,
            Iterator<? extends PGPKeyRing> rings,
            Fits fits,
            int flags,
            String none) {
        PGPPublicKey found = null;
        PGPPublicKey expired = null;
        while (rings.hasNext()) {
            PGPKeyRing ring = rings.next();
            boolean ringEnded = ended(ring.getPublicKey(), now);
            for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
                PGPPublicKey key = keys.next();
                if (!fits.test(key) || !mayBeUsedFor(key, flags)) {
                    continue;
                }
                if (ringEnded || ended(key, now)) {
                    expired = key;
                } else if (found == null || key.getCreationTime().after(found.getCreationTime())) {
                    found = key;
                }
            }
        }
        if (found == null && expired != null) {
            throw new Refusal("openpgp.keyExpired", file, hex(expired));
        }
        if (found == null) {
            throw new Refusal(none, file);
        }
        return found;
    }

    /** Whether the owner of a key said so; keys of old say nothing and may be used for all. */
    private static boolean mayBeUsedFor(PGPPublicKey key, int flags) {
        int said = 0;
        for (Iterator<PGPSignature> signatures = key.getSignatures(); signatures.hasNext(); ) {
            PGPSignature signature = signatures.next();
            if (signature.getHashedSubPackets() != null) {
                said |= signature.getHashedSubPackets().getKeyFlags();
            }
        }
        return said == 0 || (said & flags) != 0;
    }

    private static boolean ended(PGPPublicKey key, Instant now) {
        long seconds = key.getValidSeconds();
        return key.hasRevocation()
                || (seconds > 0
                        && now.isAfter(key.getCreationTime().toInstant().plusSeconds(seconds)));
    }

    private static boolean hasSecret(PGPSecretKeyRingCollection rings, PGPPublicKey key) {
        for (PGPSecretKeyRing ring : rings) {
            PGPSecretKey secret = ring.getSecretKey(key.getKeyID());
            if (secret != null && secret.isSigningKey() && !secret.isPrivateKeyEmpty()) {
                return true;
            }
        }
        return false;
    }

    static String hex(PGPPublicKey key) {
        return "%016X".formatted(key.getKeyID());
    }

    private static BcKeyFingerprintCalculator fingerprints() {
        return new BcKeyFingerprintCalculator();
    }
}
