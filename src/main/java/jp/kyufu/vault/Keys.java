package jp.kyufu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import jp.kyufu.value.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(source));
        DataKeyStore store = new DataKeyStore(JdbcClient.create(source));
        return transaction.execute(status -> {
            store.lock();
            return open(store, directory, training);
        });
    }

    private static Keys open(DataKeyStore store, Path directory, boolean training) {
        Map<Integer, byte[]> wrapped = store.all();
        KeyFiles files;
        try {
            files = KeyFiles.in(directory, training, wrapped.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (wrapped.isEmpty()) {
            addDataKey(store, files, 1);
        }
        Map<Integer, SecretKey> opened = new TreeMap<>();
        store.all()
                .forEach((id, key) -> {
                    byte[] plain = Aes.unwrap(files.master(), key, context(files, id));
                    if (plain == null) {
                        throw new Refusal("vault.otherKeys", directory);
                    }
                    opened.put(id, Aes.key(plain));
                });
        return new Keys(
                new Vault(opened),
                new Fingerprints(files.fingerprint()),
                new ChargeCodeKey(files.chargeCode()));
    }

    /** Adds a data key, which seals from the next start on. */
    static void addDataKey(DataKeyStore store, KeyFiles files, int id) {
        store.add(id, Aes.wrap(files.master(), Aes.random(Aes.KEY), context(files, id)));
    }

    /** The key's id and a mark of the two key files that have no data to be recognised by. */
    private static byte[] context(KeyFiles files, int id) {
        byte[] fingerprint = new Fingerprints(files.fingerprint()).of("kyufu");
        byte[] chargeCode = new ChargeCodeKey(files.chargeCode()).hmac(0);
        return ByteBuffer.allocate(Integer.BYTES + fingerprint.length + chargeCode.length)
                .putInt(id)
                .put(fingerprint)
                .put(chargeCode)
                .array();
    }
}
