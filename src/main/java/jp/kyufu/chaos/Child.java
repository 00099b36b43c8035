package jp.kyufu.chaos;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** A process of this very program: same Java, same class path or jar. */
final class Child implements AutoCloseable {

    /** What the last line is followed by. */
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param main the program's main class
     * @param options of its virtual machine
     * @param words the command
     * @param log a file for what it complains about
     */
    static Child start(Class<?> main, List<String> options, List<String> words, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(program(main));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        Child child = new Child(process);
        Thread.ofVirtual().start(child::read);
        return child;
    }

    /**
     * The next line; nothing if none comes in time.
     *
     * @throws Ended when there is no more
     */
    Optional<String> line(Duration wait) throws InterruptedException {
        String line = lines.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (line == null) {
            return Optional.empty();
        }
        if (line.equals(END)) {
            throw new Ended(process.waitFor());
        }
        return Optional.of(line);
    }

    /** SIGKILL: it has no chance to do anything about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process is over. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int exitCode;

        private Ended(int exitCode) {
            super("exit code " + exitCode);
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
        } catch (UncheckedIOException | IOException e) {
            // Killed while it spoke.
        } finally {
            lines.add(END);
        }
    }

    private static List<String> program(Class<?> main) throws IOException {
        return program(
                main,
                Objects.requireNonNullElse(
                        System.getProperty("surefire.test.class.path"),
                        System.getProperty("java.class.path")));
    }

    /** From a jar that carries others the program starts by that jar's own start class. */
    static List<String> program(Class<?> main, String path) throws IOException {
        String launcher = path.contains(File.pathSeparator) ? null : launcher(Path.of(path));
        return List.of("-cp", path, launcher == null ? main.getName() : launcher);
    }

    private static @Nullable String launcher(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return null;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return manifest == null || manifest.getMainAttributes().getValue("Start-Class") == null
                    ? null
                    : manifest.getMainAttributes().getValue("Main-Class");
        }
    }
}
