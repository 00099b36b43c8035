package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.kyufu.Kyufu;
import jp.kyufu.dispatch.FileActs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes the first 1,024 bytes of a file and no more. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {

    @TempDir Path directory;

    @Test
    void aFileThatDoesNotFitOnTheDiskIsReleasedNotThereAndCanBeDownloadedLater() throws Exception {
        try (Village village = new Village(directory, 24, 9_999)) {
            FileActs acts = village.get(FileActs.class);
            List<Integer> files = village.build();
            acts.submit(files, "OFFICE");
            acts.approve(files, "APPROVER");
            Path out = Files.createDirectory(directory.resolve("out"));

            List<String> said = new ArrayList<>();
            int exit =
                    onFullDisk(village, said, "files", "release", "1", "2", "--out", out, "--as");
            assertThat(exit).as(said.toString()).isEqualTo(1);
            assertThat(String.join("\n", said))
                    .contains("are released, but some could not be written", "files download")
                    .contains("File 1: cannot write " + out.resolve("furikomi"))
                    .doesNotContain("Exception", "File 2:");
            assertThat(
                            village.jdbc()
                                    .sql("SELECT state FROM dispatch_file")
                                    .query(String.class)
                                    .list())
                    .containsOnly("RELEASED");
            try (var written = Files.list(out)) {
                assertThat(written.map(f -> f.getFileName().toString()))
                        .containsExactly("points-mura2026-000002.csv");
            }

            Path small = directory.resolve("payments.csv");
            said.clear();
            exit = onFullDisk(village, said, "export", "entitlements", "--out", small, "--data");
            assertThat(exit).as(said.toString()).isEqualTo(1);
            assertThat(said).singleElement().asString().contains(small + " cannot be written");
            assertThat(small).doesNotExist();

            Path later = acts.download(1, out, "FINANCE");
            assertThat(Files.size(later)).isGreaterThan(1_024);
            assertThat(acts.download(1, directory.resolve("again"), "FINANCE"))
                    .hasSameBinaryContentAs(later);
            village.verify();
        }
    }

    /** A command in a process that may write no file of more than 1,024 bytes. */
    private int onFullDisk(Village village, List<String> said, Object... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.addAll(List.of("-c", "ulimit -f 1; exec \"$@\"", "bash"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-XX:-UsePerfData");
        for (String property : village.database.springProperties()) {
            command.add("-D" + property);
        }
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Kyufu.class.getName());
        for (Object word : words) {
            command.add(word.toString());
        }
        if (command.getLast().equals("--as")) {
            command.addAll(List.of("FINANCE", "--data"));
        }
        command.add(directory.resolve("data").toString());
        command.addAll(List.of("--training", "--today", Village.TODAY.toString(), "--lang", "en"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said.addAll(
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
