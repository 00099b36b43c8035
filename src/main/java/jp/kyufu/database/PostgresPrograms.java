package jp.kyufu.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kyufu.value.Refusal;

/**
 * Runs the programs of PostgreSQL, which refuse to run as root: root becomes nobody in a user
 * namespace of its own or, where namespaces are forbidden (as in many containers), the user nobody
 * with the right to read below directories of root.
 */
final class PostgresPrograms {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    private final PostgresBinaries binaries;
    private final Path output;
    private final As as;

    /** How a program is started. */
    private enum As {
        OURSELVES(),
        NAMESPACE("unshare", "-U"),
        NOBODY(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                // Else access(2), by which PostgreSQL looks for its programs, ignores the right.
                "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");

        private final List<String> prefix;

        As(String... prefix) {
            this.prefix = List.of(prefix);
        }
    }

    /** What {@code output} is for: the words of the last program, to be quoted when it fails. */
    PostgresPrograms(PostgresBinaries binaries, Path output) throws IOException {
        this.binaries = binaries;
        this.output = output;
        this.as = as();
    }

    /**
     * Makes a file or tree that the programs write, if it exists, belong to whom they run as: it
     * may come from a machine where root had to become another user than here.
     */
    void own(Path written) throws IOException {
        int owner = as == As.NOBODY ? NOBODY : ROOT;
        if (as == As.OURSELVES || !Files.exists(written) || owner(written) == owner) {
            return;
        }
        try (Stream<Path> files = Files.walk(written)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** The words of the last program. */
    String words() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8).strip();
    }

    /** Runs a program to its end; refuses with its words if it fails. */
    void run(String program, List<String> arguments) throws IOException {
        if (!succeeds(program, arguments)) {
            throw new Refusal("database.programFailed", program, words());
        }
    }

    /** Runs a program to its end and says whether it succeeded. */
    boolean succeeds(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(as.prefix);
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return exitCode(command, ProcessBuilder.Redirect.to(output.toFile())) == 0;
    }

    private static As as() throws IOException {
        boolean root =
                PostgresBinaries.system().equals("linux") && owner(Path.of("/proc/self")) == ROOT;
        if (!root) {
            return As.OURSELVES;
        }
        for (As way : List.of(As.NAMESPACE, As.NOBODY)) {
            List<String> probe = new ArrayList<>(way.prefix);
            probe.add("true");
            if (exitCode(probe, ProcessBuilder.Redirect.DISCARD) == 0) {
                return way;
            }
        }
        throw new Refusal("database.rootRefused");
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static int exitCode(List<String> command, ProcessBuilder.Redirect output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(output);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return 127; // no such program, as a shell would say
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroy();
                return 124;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getLast() + " ran", e);
        }
    }
}
