package jp.kyufu.web.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyufu.database.Directories;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.value.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where files lie between their arrival and their import: below {@code kyufu.data}, for the owner
 * alone. Each process has a folder of its own and holds its lock; what one that was killed left is
 * deleted when the next begins.
 */
@Component
@ConditionalOnWebApplication
class UploadFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final int LONGEST_NAME = 200;

    private final Path mine;
    private final FileChannel lock;

    UploadFolder(InstallationSettings settings) {
        try {
            // The server takes a relative place for one below its own directory.
            Path data = settings.data().toAbsolutePath();
            Path all = Directories.createPrivate(data.resolve("uploads"));
            deleteLeftovers(all);
            mine = Directories.createPrivate(all.resolve(UUID.randomUUID().toString()));
            lock =
                    FileChannel.open(
                            Directories.createPrivateFile(mine.resolve(LOCK)),
                            StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteLeftovers(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(all)) {
            folders = found.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            if (isLeft(folder.resolve(LOCK))) {
                Directories.delete(folder);
            }
        }
    }

    /** Whether nobody holds the lock any more. */
    private static boolean isLeft(Path file) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where the server writes parts of a request while they arrive; it deletes them itself. */
    Path arriving() {
        try {
            return Directories.createPrivate(mine.resolve("arriving"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a file that has arrived to a place of its own, under its name without folders. */
    Path keep(MultipartFile file) {
        String given = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
        String name = given.substring(given.lastIndexOf('/') + 1).strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new Refusal("web.office.uploads.noName");
        }
        try {
            Path folder = Directories.createPrivate(mine.resolve(UUID.randomUUID().toString()));
            Path kept = folder.resolve(name.substring(Math.max(0, name.length() - LONGEST_NAME)));
            // To a File the server renames what it has written; to a Path it would copy it.
            file.transferTo(kept.toAbsolutePath().toFile());
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that {@link #keep} gave. */
    void discard(Path kept) {
        try {
            Directories.delete(Objects.requireNonNull(kept.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        Directories.delete(mine);
    }
}
