package jp.kyufu.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another process that uses an embedded server: opens it, says where, and closes when told. */
final class EmbeddedClient implements AutoCloseable {

    private final Process process;
    private final String url;

    private EmbeddedClient(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a process that uses the server of {@code directory} and waits until it does. */
    static EmbeddedClient start(Path directory) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        classPath,
                                        EmbeddedClient.class.getName(),
                                        directory.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader words =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = words.readLine();
        if (line == null) {
            throw new IOException("the client ended at once");
        }
        return new EmbeddedClient(process, line);
    }

    String url() {
        return url;
    }

    /** As by SIGKILL: nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        try (OutputStream end = process.getOutputStream()) {
            end.flush();
        }
        process.onExit().join();
        if (process.exitValue() != 0) {
            throw new IOException("the client failed with " + process.exitValue());
        }
    }

    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(args[0]))) {
            System.out.println(server.url("kyufu"));
            while (System.in.read() >= 0) {
                // Until the parent closes our standard input, or dies.
            }
        }
    }
}
