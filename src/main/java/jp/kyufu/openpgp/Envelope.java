package jp.kyufu.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * Signs and encrypts: one signature over the plain bytes (SHA-256) inside one message for one key
 * (AES-256 with integrity protection).
 */
public final class Envelope {

    private final PGPPublicKey recipient;
    private final PGPPublicKey signer;
    private final PGPPrivateKey secret;
    private final Instant now;

    Envelope(PGPPublicKey recipient, PGPPublicKey signer, PGPPrivateKey secret, Instant now) {
        this.recipient = recipient;
        this.signer = signer;
        this.secret = secret;
        this.now = now;
    }

    /** The message, never the same twice; {@code name} is what a reader calls the file. */
    public byte[] of(String name, byte[] plain) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(plain.length + 4096);
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(
                        new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                                .setWithIntegrityPacket(true)
                                .setSecureRandom(new SecureRandom()));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(recipient));
        try {
            try (OutputStream encrypted = encryption.open(message, new byte[1 << 16])) {
                sign(name, plain, encrypted);
            }
            return message.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sign(String name, byte[] plain, OutputStream to) throws IOException, PGPException {
        Date date = Date.from(now);
        PGPSignatureGenerator signature =
                new PGPSignatureGenerator(
                        new BcPGPContentSignerBuilder(
                                signer.getAlgorithm(), HashAlgorithmTags.SHA256),
                        signer);
        signature.init(PGPSignature.BINARY_DOCUMENT, secret);
        PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
        says.setSignatureCreationTime(false, date);
        says.setIssuerFingerprint(false, signer);
        signature.setHashedSubpackets(says.generate());
        signature.generateOnePassVersion(false).encode(to);
        PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
        try (OutputStream file =
                literal.open(to, PGPLiteralData.BINARY, name, plain.length, date)) {
            file.write(plain);
        }
        signature.update(plain);
        signature.generate().encode(to);
    }
}
