package jp.kyufu.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import jp.kyufu.database.Directories;
import jp.kyufu.database.WholeFile;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The keys outside the database: 32 bytes each, written as hexadecimal digits in files that only
 * their owner may read. Files appear whole or not at all.
 */
final class KeyFiles {

    private static final String MASTER = "master.key";

    /** The master key of a rotation that is under way, or was when its process ended. */
    private static final String NEXT = "master.key.next";

    /** A master key that opens only what was backed up before its end. */
    private static final String RETIRED = "master-%d.retired.key";

    /**
     * The charge-code key of every training installation, {@value}, so that a demonstration gives
     * the same point file everywhere. It protects nothing.
     */
    private static final String TRAINING_CHARGE_CODES = "kyufu training: charge codes";

    private final Path directory;
    private final byte[] fingerprint;
    private final byte[] chargeCode;

    private KeyFiles(Path directory, byte[] fingerprint, byte[] chargeCode) {
        this.directory = directory;
        this.fingerprint = fingerprint;
        this.chargeCode = chargeCode;
    }

    /** Reads the files; makes those that are missing if {@code first}, else refuses. */
    static KeyFiles in(Path directory, boolean training, boolean first) throws IOException {
        Directories.createPrivate(directory);
        present(directory.resolve(MASTER), first);
        Path fingerprint = present(directory.resolve("fingerprint.key"), first);
        byte[] chargeCode =
                training
                        ? new Hmac(TRAINING_CHARGE_CODES.getBytes(StandardCharsets.US_ASCII))
                                .of(new byte[0])
                        : read(present(directory.resolve("charge-code.key"), first));
        return new KeyFiles(directory, read(fingerprint), chargeCode);
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    byte[] chargeCode() {
        return chargeCode;
    }

    SecretKey master() throws IOException {
        return Aes.key(read(directory.resolve(MASTER)));
    }

    /** The key of a rotation whose end was not reached, or null. */
    @Nullable SecretKey next() throws IOException {
        Path next = directory.resolve(NEXT);
        return Files.exists(next) ? Aes.key(read(next)) : null;
    }

    /** Makes the next master key; what an earlier attempt left is replaced. */
    SecretKey makeNext() throws IOException {
        byte[] key = Aes.random(Aes.KEY);
        write(directory.resolve(NEXT), key);
        return Aes.key(key);
    }

    /** The next master key becomes the one; the present one is kept under a name of its own. */
    void promoteNext(int retiredGeneration) throws IOException {
        Path retired = directory.resolve(RETIRED.formatted(retiredGeneration));
        if (!Files.exists(retired)) {
            write(retired, read(directory.resolve(MASTER)));
        }
        Directories.rename(directory.resolve(NEXT), directory.resolve(MASTER));
    }

    /** Master keys that are of no use to this database any more, but to its old backups. */
    List<Path> retired() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".retired.key")).sorted().toList();
        }
    }

    private static Path present(Path file, boolean first) throws IOException {
        if (!Files.exists(file)) {
            if (!first) {
                throw new Refusal("vault.keyMissing", file);
            }
            write(file, Aes.random(Aes.KEY));
        }
        return file;
    }

    private static void write(Path file, byte[] key) throws IOException {
        String digits = HexFormat.of().formatHex(key) + "\n";
        WholeFile.write(file, out -> out.write(digits.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] read(Path file) throws IOException {
        String digits = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new Refusal("vault.keyUnreadable", file);
        }
        return HexFormat.of().parseHex(digits);
    }
}
