package jp.kyufu.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that appears whole or not at all, readable by its owner only: written under a hidden name,
 * forced to the disk, and then renamed. A full disk or a kill leaves the old file, or none.
 *
 * <p>Each writer has a hidden name of its own, so that two who write the same file never finish
 * each other's half. What a killed one has left is removed by the next who writes the file: nobody
 * holds its lock any more.
 */
public final class WholeFile {

    private static final String END = ".partial";

    /** Hidden files of this process: the system counts locks by process. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private WholeFile() {}

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file in place of the one that has its name, if there is one. */
    public static void write(Path file, Content content) throws IOException {
        Path whole = file.toAbsolutePath();
        Path directory = Objects.requireNonNull(whole.getParent());
        String begin = "." + whole.getFileName() + ".";
        removeLeftovers(directory, begin);
        Path partial = directory.resolve(begin + UUID.randomUUID() + END);
        OURS.add(partial);
        try {
            Directories.createPrivateFile(partial);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                content.writeTo(Channels.newOutputStream(channel));
                channel.force(lock.isValid());
                Directories.rename(partial, whole);
            }
        } finally {
            OURS.remove(partial);
            Files.deleteIfExists(partial);
        }
    }

    private static void removeLeftovers(Path directory, String begin) throws IOException {
        try (DirectoryStream<Path> hidden =
                Files.newDirectoryStream(
                        directory,
                        path ->
                                path.getFileName().toString().startsWith(begin)
                                        && path.toString().endsWith(END))) {
            for (Path leftover : hidden) {
                if (!OURS.contains(leftover)) {
                    removeUnlessHeld(leftover);
                }
            }
        }
    }

    private static void removeUnlessHeld(Path leftover) throws IOException {
        try (FileChannel channel = FileChannel.open(leftover, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(leftover);
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            // Renamed or removed meanwhile, or written by this very process.
        }
    }
}
