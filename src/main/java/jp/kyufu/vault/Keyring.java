package jp.kyufu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Key files and wrapped keys together. Whoever works with both does so alone among all processes of
 * the installation, and in a transaction of its own, for the caller's connection may be in the
 * middle of a COPY.
 */
final class Keyring {

    /** What the holder of a master key shows the database, which keeps the hash of it. */
    private static final byte[] PROOF =
            "kyufu: who may wrap data keys".getBytes(StandardCharsets.US_ASCII);

    /** Work on files and keys; files may fail. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** Files and the data keys that they open. */
    record Opened(KeyFiles files, SecretKey master, Map<Integer, SecretKey> dataKeys) {}

    private final DataKeyStore store;
    private final TransactionTemplate transaction;
    private final Path directory;
    private final boolean training;

    Keyring(DataSource source, Path directory, boolean training) {
        this.store = new DataKeyStore(JdbcClient.create(source));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.directory = directory;
        this.training = training;
    }

    /**
     * Opens every data key. At the first start the files and the first data key are made. A
     * rotation that committed but was stopped before its last step, the renaming of a file, is
     * ended here.
     *
     * @throws Refusal if files are missing although data was sealed before, or are not those of
     *     this database
     */
    Opened open() {
        return alone(this::openAlone);
    }

    /**
     * Makes the next master key, wraps every data key with it, and adds a data key, which seals
     * from now on. Killed at any instant it has happened or not: the file of the next key is on the
     * disk before the database commits, and the present one gives way only after.
     *
     * @param record what else belongs to the transaction; given the generation of the new key
     */
    void rotate(String person, IntConsumer record) {
        alone(() -> {
            Opened now = openAlone();
            SecretKey next = now.files().makeNext();
            List<byte[]> wrappings = new ArrayList<>();
            now.dataKeys()
                    .forEach((id, key) ->
                            wrappings.add(wrap(now.files(), next, id, key.getEncoded())));
            wrappings.add(wrap(now.files(), next, wrappings.size() + 1, Aes.random(Aes.KEY)));
            record.accept(store.rotate(proof(now.master()), hash(proof(next)), wrappings, person));
            return now;
        });
        open();
    }

    /** What there is, and the files of master keys that were replaced. */
    KeyRotation.Listing list() {
        return alone(() -> {
            List<Path> retired = openAlone().files().retired();
            return new KeyRotation.Listing(
                    store.list(), retired.stream().map(Path::toString).toList());
        });
    }

    private Opened openAlone() throws IOException {
        SortedMap<Integer, byte[]> wrapped = store.all();
        KeyFiles files = KeyFiles.in(directory, training, wrapped.isEmpty());
        SecretKey master = files.master();
        if (wrapped.isEmpty()) {
            store.begin(hash(proof(master)), wrap(files, master, 1, Aes.random(Aes.KEY)));
            wrapped = store.all();
        }
        Map<Integer, SecretKey> opened = unwrap(files, master, wrapped);
        if (opened != null) {
            return new Opened(files, master, opened);
        }
        SecretKey next = files.next();
        opened = next == null ? null : unwrap(files, next, wrapped);
        if (next == null || opened == null) {
            throw new Refusal("vault.otherKeys", directory);
        }
        files.promoteNext(store.generation() - 1);
        return new Opened(files, next, opened);
    }

    private <T> T alone(Work<T> work) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.lock();
                    try {
                        return work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static byte[] wrap(KeyFiles files, SecretKey master, int id, byte[] dataKey) {
        return Aes.wrap(master, dataKey, context(files, id));
    }

    /** The data keys by their numbers, or null if one does not open with this master key. */
    private static @Nullable Map<Integer, SecretKey> unwrap(
            KeyFiles files, SecretKey master, SortedMap<Integer, byte[]> wrapped) {
        Map<Integer, SecretKey> opened = new TreeMap<>();
        for (Map.Entry<Integer, byte[]> key : wrapped.entrySet()) {
            byte[] plain = Aes.unwrap(master, key.getValue(), context(files, key.getKey()));
            if (plain == null) {
                return null;
            }
            opened.put(key.getKey(), Aes.key(plain));
        }
        return opened;
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

    private static byte[] proof(SecretKey master) {
        return new Hmac(master.getEncoded()).of(PROOF);
    }

    private static byte[] hash(byte[] proof) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(proof);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
