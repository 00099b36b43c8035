package jp.kyufu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private final TestDatabase database = TestDatabase.create();

    @TempDir Path directory;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatWasSealedOpensAndIsNeverTheSameTwice() {
        Vault vault = open().vault();
        byte[] plain = "普通 1234567 クワノミヤ タロウ".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = vault.seal(plain);
        assertThat(sealed).hasSize(plain.length + Vault.OVERHEAD);
        assertThat(vault.open(sealed)).isEqualTo(plain);
        assertThat(vault.seal(plain)).isNotEqualTo(sealed);
        assertThat(vault.openText(vault.sealText(""))).isEmpty();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("1234567");
    }

    @Test
    void aChangedValueDoesNotOpen() {
        Vault vault = open().vault();
        byte[] sealed = vault.sealText("1234567");
        for (int at : new int[] {2, 15, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open(Arrays.copyOf(sealed, 10)))
                .hasMessageContaining("10 bytes");
    }

    @Test
    void theNextStartOpensWhatThisOneSealed() {
        byte[] sealed = open().vault().sealText("account");
        assertThat(open().vault().openText(sealed)).isEqualTo("account");
        assertThat(open().fingerprints().of("0001-001-1-1234567"))
                .isEqualTo(open().fingerprints().of("0001-001-1-1234567"))
                .hasSize(32)
                .isNotEqualTo(open().fingerprints().of("0001-001-1-1234568"));
    }

    @Test
    void keyFilesBelongToTheirOwnerAlone() throws IOException {
        open();
        for (String name : new String[] {"master.key", "fingerprint.key", "charge-code.key"}) {
            assertThat(Files.getPosixFilePermissions(directory.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aLostKeyFileIsNeverReplacedSilently() throws IOException {
        open();
        Files.delete(directory.resolve("fingerprint.key"));
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("vault.keyMissing"));
    }

    @Test
    void keysOfAnotherDatabaseAreRefusedWhicheverFileIsWrong() throws IOException {
        open();
        for (String name : new String[] {"master.key", "fingerprint.key", "charge-code.key"}) {
            String right = Files.readString(directory.resolve(name));
            Files.writeString(directory.resolve(name), "ab".repeat(32));
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.key()).isEqualTo("vault.otherKeys"));
            Files.writeString(directory.resolve(name), right);
        }
    }

    @Test
    void trainingGivesTheSameChargeCodesEverywhere() {
        byte[] hmac = Keys.open(database.appDataSource(), directory, true).chargeCodeKey().hmac(1);
        assertThat(HexFormat.of().formatHex(hmac))
                .isEqualTo("c1846d42a7066f8513c61121d4a86892ebef688b4ff1016e1aa7f368554d9d89");
    }

    private Keys open() {
        return Keys.open(database.appDataSource(), directory, false);
    }
}
