package jp.kyufu.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.database.Directories;

/** The real GnuPG of this machine with a key ring of its own, on one fixed day. */
final class Gpg {

    /** What a run said, and how it ended. */
    record Said(int exitCode, String text) {}

    private final Path home;
    private final String day;

    /**
     * @param day as yyyyMMdd; keys made by this one are of this day
     */
    Gpg(Path home, String day) throws IOException {
        assumeTrue(isThere(), "gpg is not installed here: OpenPGP files are not tried against it");
        this.home = Directories.createPrivate(home);
        this.day = day;
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("gpg", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Makes a key and exports its public or secret half. */
    Path key(String name, String algorithm, String usage, String passphrase) {
        done(
                "--passphrase",
                passphrase,
                "--quick-generate-key",
                name,
                algorithm,
                usage,
                "20270101T000000");
        return home.resolve(name);
    }

    /** Adds a subkey that encrypts. */
    void encryptionSubkey(String name, String algorithm, String end) {
        String fingerprint =
                done("--with-colons", "--list-keys", name)
                        .lines()
                        .filter(line -> line.startsWith("fpr:"))
                        .findFirst()
                        .orElseThrow()
                        .split(":", -1)[9];
        done("--passphrase", "", "--quick-add-key", fingerprint, algorithm, "encr", end);
    }

    Path export(String name) {
        return exported(name, "--export", ".pub", "");
    }

    Path exportSecret(String name, String passphrase) {
        return exported(name, "--export-secret-keys", ".sec", passphrase);
    }

    private Path exported(String name, String command, String suffix, String passphrase) {
        Path file = home.resolve(name + suffix);
        done(
                "--yes",
                "--armor",
                "--passphrase",
                passphrase,
                "--output",
                file.toString(),
                command,
                name);
        return file;
    }

    /** Runs it and insists that it succeeds. */
    String done(String... arguments) {
        Said said = run(arguments);
        assertThat(said.exitCode()).as(said.text()).isZero();
        return said.text();
    }

    Said run(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "gpg",
                                "--homedir",
                                home.toString(),
                                "--batch",
                                "--no-tty",
                                "--pinentry-mode",
                                "loopback",
                                "--trust-model",
                                "always",
                                "--faked-system-time",
                                day + "T000000"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the agent that GnuPG starts for a key ring. */
    void close() throws IOException {
        try {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(home.resolve("S.gpg-agent"));
    }
}
