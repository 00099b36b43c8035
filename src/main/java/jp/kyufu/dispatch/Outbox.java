package jp.kyufu.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import jp.kyufu.database.WholeFile;
import jp.kyufu.openpgp.Envelope;
import jp.kyufu.value.Refusal;

/**
 * A directory in which released files appear, whole or not at all, readable by their owner only.
 */
final class Outbox {

    private final Path directory;
    private final Map<String, Envelope> encrypted;

    /**
     * @param encrypted by the name of a file the envelope it leaves in; such a file is never
     *     written as it is
     */
    Outbox(Path directory, Map<String, Envelope> encrypted) {
        this.directory = directory;
        this.encrypted = Map.copyOf(encrypted);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Refusal("dispatch.outUnusable", directory);
        }
        if (!Files.isWritable(directory)) {
            throw new Refusal("dispatch.outUnusable", directory);
        }
    }

    /**
     * Refuses where something else has this name; the same bytes are as good as none, but of an
     * encrypted file nobody can tell.
     */
    void mustBeFree(String name, byte[] bytes) {
        Path file = place(name);
        try {
            if (Files.exists(file)
                    && (encrypted.containsKey(name)
                            || !Arrays.equals(Files.readAllBytes(file), bytes))) {
                throw new Refusal("dispatch.outTaken", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file whole; one that cannot be written is not there at all. */
    Path write(String name, byte[] bytes) throws IOException {
        Path file = place(name);
        Envelope envelope = encrypted.get(name);
        byte[] content = envelope == null ? bytes : envelope.of(name, bytes);
        WholeFile.write(file, out -> out.write(content));
        return file;
    }

    /** Where a file of this name is, or would be. */
    Path place(String name) {
        return directory.resolve(encrypted.containsKey(name) ? name + ".pgp" : name);
    }
}
