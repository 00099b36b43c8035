package jp.kyufu.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Directories and files that only their owner may read, where the system knows such rights. */
public final class Directories {

    private static final Set<PosixFilePermission> OWNER_DIRECTORY =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");

    private Directories() {}

    /** Creates a directory, and those above it, for its owner alone. One that exists is left. */
    public static Path createPrivate(Path directory) throws IOException {
        return Files.createDirectories(directory, rights(OWNER_DIRECTORY));
    }

    /** Creates an empty file for its owner alone; refuses one that exists. */
    public static Path createPrivateFile(Path file) throws IOException {
        return Files.createFile(file, rights(OWNER_FILE));
    }

    /** Brings a file's bytes to the disk before anybody relies on it. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file another's name at once and for good, even if the power fails next. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(to.toAbsolutePath().getParent())) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a directory: there the rename itself is written through.
        }
    }

    static boolean hasPosixRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Deletes a file or a directory with all that is in it, if it is there. */
    public static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(tree)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static FileAttribute<?>[] rights(Set<PosixFilePermission> rights) {
        boolean posix = hasPosixRights(Path.of(""));
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }
}
