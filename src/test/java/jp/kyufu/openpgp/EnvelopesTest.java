package jp.kyufu.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for the bank, opened and verified by the real GnuPG as the bank would. */
class EnvelopesTest {

    private static final Clock JUNE =
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

    private static final byte[] PLAIN =
            "12100000000777 ﾃｽﾄ 1234567\r\n".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @TempDir static Path directory;
    private static Gpg gpg;
    private static Path passphrase;

    @BeforeAll
    static void makeKeys() throws IOException {
        gpg = new Gpg(directory.resolve("ring"), "20260101");
        gpg.key("bank-rsa", "rsa2048", "cert", "");
        gpg.encryptionSubkey("bank-rsa", "rsa2048", "20270101T000000");
        gpg.key("bank-curve", "ed25519", "cert", "");
        gpg.encryptionSubkey("bank-curve", "cv25519", "20270101T000000");
        gpg.key("bank-none", "rsa2048", "sign", "");
        gpg.key("bank-old", "ed25519", "cert", "");
        gpg.encryptionSubkey("bank-old", "cv25519", "20260201T000000");
        gpg.key("city-rsa", "rsa2048", "sign", "open sesame");
        gpg.key("city-curve", "ed25519", "sign", "open sesame");
        passphrase = Files.writeString(directory.resolve("passphrase"), "open sesame\nrest\n");
    }

    @AfterAll
    static void close() throws IOException {
        if (gpg != null) {
            gpg.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "curve"})
    void theBankReadsTheBytesAndSeesWhoSigned(String kind) throws IOException {
        byte[] message =
                envelopes("bank-" + kind, "city-" + kind, passphrase)
                        .of(Rail.CASH)
                        .orElseThrow()
                        .of("furikomi.txt", PLAIN);
        assertThat(new String(message, StandardCharsets.ISO_8859_1)).doesNotContain("1234567");
        Path file = Files.write(directory.resolve(kind + ".pgp"), message);
        Path out = directory.resolve(kind + ".txt");
        Gpg june = new Gpg(directory.resolve("ring"), "20260602");
        String said =
                june.done(
                        "--yes",
                        "--status-fd",
                        "1",
                        "--output",
                        out.toString(),
                        "--decrypt",
                        file.toString());
        assertThat(out).hasBinaryContent(PLAIN);
        assertThat(said).contains("GOODSIG").contains("city-" + kind).contains("GOODMDC");
    }

    @Test
    void aByteThatChangesOnTheWayIsNoticed() throws IOException {
        byte[] message =
                envelopes("bank-rsa", "city-rsa", passphrase)
                        .of(Rail.CASH)
                        .orElseThrow()
                        .of("furikomi.txt", PLAIN);
        message[message.length / 2] ^= 1;
        Path file = Files.write(directory.resolve("changed.pgp"), message);
        assertThat(
                        new Gpg(directory.resolve("ring"), "20260602")
                                .run(
                                        "--output",
                                        directory.resolve("x").toString(),
                                        "--decrypt",
                                        file.toString())
                                .exitCode())
                .isNotZero();
    }

    @Test
    void aRailWithoutARecipientIsWrittenAsItIs() {
        assertThat(envelopes("bank-rsa", "city-rsa", passphrase).of(Rail.POINTS)).isEmpty();
        assertThat(new Envelopes(new OpenPgpSettings(Map.of(), null, null), JUNE).of(Rail.CASH))
                .isEmpty();
    }

    @Test
    void whatCannotWorkIsRefusedInWords() throws IOException {
        refused("openpgp.noEncryptionKey", envelopes("bank-none", "city-rsa", passphrase));
        refused("openpgp.keyExpired", envelopes("bank-old", "city-rsa", passphrase));
        Path wrong = Files.writeString(directory.resolve("wrong"), "open sesam\n");
        refused("openpgp.passphraseWrong", envelopes("bank-rsa", "city-rsa", wrong));
        refused("openpgp.passphraseWrong", envelopes("bank-rsa", "city-rsa", null));
        refused(
                "openpgp.passphraseUnreadable",
                envelopes("bank-rsa", "city-rsa", directory.resolve("absent")));
        Path bank = gpg.export("bank-rsa");
        refused(
                "openpgp.noSigner",
                new Envelopes(new OpenPgpSettings(Map.of(Rail.CASH, bank), null, null), JUNE));
        refused(
                "openpgp.keyUnreadable",
                new Envelopes(
                        new OpenPgpSettings(
                                Map.of(Rail.CASH, bank), directory.resolve("absent"), null),
                        JUNE));
        refused(
                "openpgp.noSigningKey",
                new Envelopes(
                        new OpenPgpSettings(
                                Map.of(Rail.CASH, bank), gpg.exportSecret("bank-rsa", ""), null),
                        JUNE));
        refused(
                "openpgp.keyExpired",
                new Envelopes(
                        new OpenPgpSettings(
                                Map.of(Rail.CASH, bank),
                                gpg.exportSecret("city-rsa", "open sesame"),
                                passphrase),
                        Clock.offset(JUNE, java.time.Duration.ofDays(400))));
    }

    private static Envelopes envelopes(String bank, String city, @Nullable Path passphrase) {
        return new Envelopes(
                new OpenPgpSettings(
                        Map.of(Rail.CASH, gpg.export(bank)),
                        gpg.exportSecret(city, "open sesame"),
                        passphrase),
                JUNE);
    }

    private static void refused(String key, Envelopes envelopes) {
        assertThatThrownBy(() -> envelopes.of(Rail.CASH))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.key()).isEqualTo(key);
                            assertThat(new Words(Locale.ENGLISH).of(refusal))
                                    .doesNotContain("{", "sesam");
                            assertThat(new Words(Locale.ROOT).of(refusal)).doesNotContain("{");
                        });
    }
}
