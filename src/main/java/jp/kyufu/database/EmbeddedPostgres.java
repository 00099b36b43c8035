package jp.kyufu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A durable, closed PostgreSQL of our own, shared by all processes that use the same directory.
 *
 * <p>{@code start.lock} is held alone while somebody starts or stops the server, {@code use.lock}
 * is held together by all who use it, taken under {@code start.lock}. Who can have {@code use.lock}
 * alone at its exit was the last, and stops the server. The system frees the locks of a process
 * that was killed; the server it leaves behind is joined, and stopped, by the next.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Servers this process uses: the system counts a file's locks by process, not by opening. */
    private static final Map<Path, EmbeddedPostgres> USED = new HashMap<>();

    private final Path directory;
    private final FileChannel useChannel;
    private final EmbeddedServer server;
    private int users;

    private EmbeddedPostgres(Path directory, FileChannel useChannel, EmbeddedServer server) {
        this.directory = directory;
        this.useChannel = useChannel;
        this.server = server;
    }

    /**
     * Gives the server of a directory, running. The first start unpacks the programs and makes the
     * database {@code kyufu} with its two roles. Every call is to be answered by one {@link
     * #close}.
     */
    public static EmbeddedPostgres open(Path directory) {
        synchronized (USED) {
            try {
                Path real = made(directory);
                EmbeddedPostgres used = USED.get(real);
                if (used == null) {
                    used = start(real);
                    USED.put(real, used);
                }
                used.users++;
                return used;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path made(Path directory) {
        try {
            return Directories.createPrivate(directory).toRealPath();
        } catch (IOException e) {
            throw new Refusal("database.noDirectory", directory, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Removes the database of a directory for good; programs and passwords stay. For places to
     * practise, which begin empty.
     *
     * @throws Refusal if a process still uses it
     */
    public static void discard(Path directory) {
        synchronized (USED) {
            try {
                Path real = made(directory);
                try (FileChannel startChannel = lockFile(real, "start.lock");
                        FileLock start = startChannel.lock();
                        FileChannel useChannel = lockFile(real, "use.lock");
                        FileLock use = USED.containsKey(real) ? null : useChannel.tryLock()) {
                    if (use == null || !start.isValid()) {
                        throw new Refusal("database.inUse", directory);
                    }
                    new EmbeddedServer(real).discard();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Discards the database of a directory and begins anew on it. From the one to the other nobody
     * else can do the same: two who practise in one place at once would share a database that each
     * believes empty.
     *
     * @param begin opens it
     * @throws Refusal if a process still uses it or is just about to
     */
    public static <T> T anew(Path directory, Supplier<T> begin) {
        try {
            Path real = made(directory);
            try (FileChannel channel = lockFile(real, "anew.lock");
                    FileLock alone = tryLock(channel)) {
                if (alone == null) {
                    throw new Refusal("database.inUse", directory);
                }
                discard(directory);
                return begin.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // held by this very process
            return null;
        }
    }

    /** The first process of a directory's server, if it runs, whoever has started it. */
    public static Optional<ProcessHandle> process(Path directory) {
        try {
            return PostmasterFile.of(directory.resolve("cluster"))
                    .filter(PostmasterFile::isServerAlive)
                    .flatMap(file -> ProcessHandle.of(file.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a database of this server for JDBC. */
    public String url(String database) {
        return server.url(database);
    }

    /** Who may connect, with passwords. */
    Logins logins() {
        return server.logins();
    }

    /** Ends one use; the last of the last process stops the server. */
    @Override
    public void close() {
        synchronized (USED) {
            Check.that(users > 0, "closed more often than opened: %s", directory);
            users--;
            if (users == 0) {
                USED.remove(directory);
                try {
                    stopIfLast();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static EmbeddedPostgres start(Path directory) throws IOException {
        FileChannel useChannel = lockFile(directory, "use.lock");
        try (FileChannel startChannel = lockFile(directory, "start.lock");
                FileLock start = startChannel.lock()) {
            Check.that(start.isValid(), "start.lock is not held");
            // Kept until the channel is closed. Nobody holds it alone now: that needs start.lock.
            FileLock use = useChannel.lock(0, Long.MAX_VALUE, true);
            Check.that(use.isShared(), "use.lock cannot be shared here");
            EmbeddedServer server = new EmbeddedServer(directory);
            server.ensureRunning();
            return new EmbeddedPostgres(directory, useChannel, server);
        } catch (IOException | RuntimeException e) {
            useChannel.close();
            throw e;
        }
    }

    private void stopIfLast() throws IOException {
        try (useChannel;
                FileChannel startChannel = lockFile(directory, "start.lock");
                FileLock start = startChannel.lock()) {
            Check.that(start.isValid(), "start.lock is not held");
            // Not an upgrade but a fresh request: first our shared lock goes, then we ask for all.
            useChannel.close();
            try (FileChannel again = lockFile(directory, "use.lock")) {
                if (again.tryLock() != null) {
                    server.stop();
                }
            }
        }
    }

    private static FileChannel lockFile(Path directory, String name) throws IOException {
        Path file = directory.resolve(name);
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }
}
