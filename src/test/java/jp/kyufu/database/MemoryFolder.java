package jp.kyufu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process in the memory of the machine, for databases of tests. A database is some
 * 660 files, made and removed for almost every test; on a disk they cost up to a second, most of it
 * spent by the file system on passing over the places of files that were just removed. The log of
 * what is written stays on the disk with all else.
 */
final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;

    private MemoryFolder() {}

    /**
     * Makes it, where the machine has such a file system and it is large enough.
     *
     * @param cluster whose owner may use the folder
     */
    static @Nullable Path make(Path cluster) throws IOException {
        if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH) {
            return null;
        }
        Path folder = MEMORY.resolve(prefix(cluster) + ProcessHandle.current().pid());
        Directories.createPrivate(folder);
        return Files.setOwner(folder, Files.getOwner(cluster));
    }

    static void remove(@Nullable Path folder) {
        if (folder != null) {
            try {
                Directories.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Removes what was left by processes that were killed, after their databases were dropped: a
     * server that misses files of databases it still has ends no checkpoint any more.
     */
    static void removeThoseOfTheDead(Path cluster) throws IOException {
        String prefix = prefix(cluster);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(MEMORY, prefix + "*")) {
            for (Path folder : folders) {
                String pid = folder.getFileName().toString().substring(prefix.length());
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Directories.delete(folder);
                }
            }
        }
    }

    /** Folders of one cluster: another checkout's server may still have databases in its own. */
    private static String prefix(Path cluster) throws IOException {
        String path = cluster.toRealPath().toString();
        return "kyufu-test-" + Integer.toHexString(path.hashCode()) + "-";
    }
}
