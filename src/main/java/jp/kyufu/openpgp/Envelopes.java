package jp.kyufu.openpgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What released files are put into, as configured; keys are read anew each time. */
@Component
@EnableConfigurationProperties(OpenPgpSettings.class)
public class Envelopes {

    private final OpenPgpSettings settings;
    private final Clock clock;

    public Envelopes(OpenPgpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The envelope of a rail's files; none: they leave as they are.
     *
     * @throws Refusal if a key file is missing, unreadable, expired, without a fitting key, or does
     *     not open with the passphrase; so that nothing is released that cannot be written
     */
    public Optional<Envelope> of(Rail rail) {
        Path recipient = settings.recipients().get(rail);
        if (recipient == null) {
            return Optional.empty();
        }
        Path signer = settings.signer();
        if (signer == null) {
            throw new Refusal("openpgp.noSigner");
        }
        PGPSecretKey secret = KeyFile.signing(signer, clock.instant());
        try {
            return Optional.of(
                    new Envelope(
                            KeyFile.encrypting(recipient, clock.instant()),
                            secret.getPublicKey(),
                            secret.extractPrivateKey(
                                    new BcPBESecretKeyDecryptorBuilder(
                                                    new BcPGPDigestCalculatorProvider())
                                            .build(passphrase())),
                            clock.instant()));
        } catch (PGPException e) {
            throw new Refusal("openpgp.passphraseWrong", signer);
        }
    }

    private char[] passphrase() {
        Path file = settings.passphrase();
        if (file == null) {
            return new char[0];
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        } catch (IOException e) {
            throw new Refusal("openpgp.passphraseUnreadable", file);
        }
    }
}
