package jp.kyufu.vault;

import java.nio.file.Path;
import javax.sql.DataSource;

/** Everything that works with keys, opened from the key files and the wrapped keys. */
public record Keys(Vault vault, Fingerprints fingerprints, ChargeCodeKey chargeCodeKey) {

    /**
     * Opens the keys of an installation. At its first start the files and the first data key are
     * made. Refuses when files are missing although data was sealed before, and files that are not
     * those of this database.
     *
     * @param directory of the key files
     * @param training whether charge codes come from the key that everybody knows
     */
    public static Keys open(DataSource source, Path directory, boolean training) {
        return open(new Keyring(source, directory, training));
    }

    static Keys open(Keyring ring) {
        KeyFiles files = ring.open().files();
        return new Keys(
                new Vault(() -> ring.open().dataKeys()),
                new Fingerprints(files.fingerprint()),
                new ChargeCodeKey(files.chargeCode()));
    }
}
