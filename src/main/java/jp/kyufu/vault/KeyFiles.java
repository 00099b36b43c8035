package jp.kyufu.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import jp.kyufu.database.Directories;
import jp.kyufu.value.Refusal;

/**
 * The keys outside the database: 32 bytes each, written as hexadecimal digits in files that only
 * their owner may read.
 */
record KeyFiles(SecretKey master, byte[] fingerprint, byte[] chargeCode) {

    /**
     * The charge-code key of every training installation, {@value}, so that a demonstration gives
     * the same point file everywhere. It protects nothing.
     */
    private static final String TRAINING_CHARGE_CODES = "kyufu training: charge codes";

    /** Reads the files; makes those that are missing if {@code first}, else refuses. */
    static KeyFiles in(Path directory, boolean training, boolean first) throws IOException {
        Directories.createPrivate(directory);
        byte[] master = key(directory.resolve("master.key"), first);
        byte[] fingerprint = key(directory.resolve("fingerprint.key"), first);
        byte[] chargeCode =
                training
                        ? new Hmac(TRAINING_CHARGE_CODES.getBytes(StandardCharsets.US_ASCII))
                                .of(new byte[0])
                        : key(directory.resolve("charge-code.key"), first);
        return new KeyFiles(Aes.key(master), fingerprint, chargeCode);
    }

    private static byte[] key(Path file, boolean first) throws IOException {
        if (!Files.exists(file)) {
            if (!first) {
                throw new Refusal("vault.keyMissing", file);
            }
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Directories.createPrivateFile(partial);
            Files.writeString(partial, HexFormat.of().formatHex(Aes.random(Aes.KEY)) + "\n");
            Directories.force(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String digits = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new Refusal("vault.keyUnreadable", file);
        }
        return HexFormat.of().parseHex(digits);
    }
}
