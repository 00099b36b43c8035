package jp.kyufu.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.kyufu.database.Directories;
import jp.kyufu.value.Refusal;

/**
 * A directory in which released files appear, whole or not at all, readable by their owner only.
 */
final class Outbox {

    private final Path directory;

    Outbox(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Refusal("dispatch.outUnusable", directory);
        }
        if (!Files.isWritable(directory)) {
            throw new Refusal("dispatch.outUnusable", directory);
        }
    }

    /** Refuses where something else has this name; the same bytes are as good as none. */
    void mustBeFree(String name, byte[] bytes) {
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes)) {
                throw new Refusal("dispatch.outTaken", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes under another name, forces it to disk, and gives it its name. */
    Path write(String name, byte[] bytes) {
        Path file = directory.resolve(name);
        try {
            Directories.writeWhole(file, bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
