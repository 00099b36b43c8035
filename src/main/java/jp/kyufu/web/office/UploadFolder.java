package jp.kyufu.web.office;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyufu.database.Directories;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.pipeline.UploadDesk;
import jp.kyufu.pipeline.UploadKind;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where files lie between their arrival and their import: below {@code kyufu.data}, for the owner
 * alone. Each process has a folder of its own and holds its lock. A file whose import broke off,
 * with its process or without, lies apart until somebody takes it up again or gives it up; what
 * else a killed process left is deleted when the next begins.
 */
@Component
@ConditionalOnWebApplication
public class UploadFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final int LONGEST_NAME = 200;

    private static final String LEFT = "left";
    private static final String ABOUT = "about.properties";

    private final Path mine;
    private final Path left;
    private final FileChannel lock;

    /**
     * What a file was handed in as.
     *
     * @param asOf of a register; empty otherwise
     * @param program code of the one it belongs to; empty: none
     */
    public record About(UploadKind kind, String asOf, String program, String person, Instant at) {

        static About of(
                UploadKind kind,
                Optional<LocalDate> asOf,
                Optional<Program> program,
                String person,
                Clock clock) {
            return new About(
                    kind,
                    asOf.map(LocalDate::toString).orElse(""),
                    kind.isOfProgram() ? program.map(Program::code).orElse("") : "",
                    person,
                    clock.instant());
        }

        public Optional<LocalDate> day() {
            return asOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOf));
        }

        private void write(Path folder) throws IOException {
            Properties all = new Properties();
            all.setProperty("kind", kind.name());
            all.setProperty("asOf", asOf);
            all.setProperty("program", program);
            all.setProperty("person", person);
            all.setProperty("at", at.toString());
            try (Writer to =
                    Files.newBufferedWriter(Directories.createPrivateFile(folder.resolve(ABOUT)))) {
                all.store(to, null);
            }
        }

        private static About read(Path folder) throws IOException {
            Properties all = new Properties();
            try (Reader from = Files.newBufferedReader(folder.resolve(ABOUT))) {
                all.load(from);
            }
            return new About(
                    UploadKind.valueOf(all.getProperty("kind")),
                    all.getProperty("asOf"),
                    all.getProperty("program"),
                    all.getProperty("person"),
                    Instant.parse(all.getProperty("at")));
        }
    }

    /** A file whose import broke off. */
    public record Left(String id, String name, About about) {}

    UploadFolder(InstallationSettings settings) {
        try {
            // The server takes a relative place for one below its own directory.
            Path data = settings.data().toAbsolutePath();
            Path all = Directories.createPrivate(data.resolve("uploads"));
            left = Directories.createPrivate(all.resolve(LEFT));
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

    private void deleteLeftovers(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(all)) {
            folders = found.filter(Files::isDirectory).filter(one -> !one.equals(left)).toList();
        }
        for (Path folder : folders) {
            if (isLeft(folder.resolve(LOCK))) {
                rescue(folder);
                Directories.delete(folder);
            }
        }
    }

    /** Puts the files aside whose import had not ended. */
    private void rescue(Path folder) throws IOException {
        List<Path> kept;
        try (Stream<Path> found = Files.list(folder)) {
            kept = found.filter(one -> Files.exists(one.resolve(ABOUT))).toList();
        }
        for (Path one : kept) {
            if (file(one).isPresent()) {
                Files.move(one, left.resolve(one.getFileName()));
            }
        }
    }

    /** The file itself, beside what is known about it. */
    private static Optional<Path> file(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(one -> !one.getFileName().toString().equals(ABOUT)).findFirst();
        }
    }

    /** Files whose import broke off, the oldest first. */
    public List<Left> left() {
        List<Left> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(left)) {
            for (Path folder : folders.toList()) {
                Optional<Path> file = file(folder);
                if (file.isPresent()) {
                    found.add(
                            new Left(
                                    String.valueOf(folder.getFileName()),
                                    String.valueOf(file.get().getFileName()),
                                    About.read(folder)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(one -> one.about().at()));
        return found;
    }

    /** One of {@link #left}; refused where it is none any more. */
    public Left find(String id) {
        return left().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("web.office.uploads.notLeft"));
    }

    /** Takes a file up again; who comes second is refused. */
    public Path takeUp(Left one) {
        try {
            Path taken = Files.move(left.resolve(one.id()), mine.resolve(one.id()));
            return file(taken).orElseThrow();
        } catch (NoSuchFileException e) {
            throw new Refusal("web.office.uploads.notLeft");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where one of {@link #left} lies; refused where it is none any more. */
    public Path place(Left one) {
        try {
            return file(left.resolve(one.id())).orElseThrow();
        } catch (NoSuchFileException e) {
            throw new Refusal("web.office.uploads.notLeft");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that nobody takes up again. */
    public void giveUp(Left one) {
        try {
            Directories.delete(left.resolve(one.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of a file that {@link #keep} or {@link #takeUp} gave. */
    public UploadDesk.Ending ending(Path kept) {
        Path folder = Objects.requireNonNull(kept.getParent());
        return new UploadDesk.Ending() {
            @Override
            public void done() {
                discard(kept);
            }

            @Override
            public void brokeOff() {
                try {
                    Files.move(folder, left.resolve(folder.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
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

    /** Notes what a file was handed in as, so that it is not lost where its import breaks off. */
    void note(Path kept, About about) {
        try {
            about.write(Objects.requireNonNull(kept.getParent()));
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
        rescue(mine);
        lock.close();
        Directories.delete(mine);
    }
}
