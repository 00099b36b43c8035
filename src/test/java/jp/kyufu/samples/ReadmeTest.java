package jp.kyufu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theReadmeSaysWhatEveryFileShowsAndNamesNoOther() throws IOException {
        assertThat(named()).containsExactlyInAnyOrderElementsOf(present());
    }

    /** What the rows of the README's tables begin with. */
    private static List<String> named() throws IOException {
        try (Stream<String> lines = Files.lines(SampleCity.FOLDER.resolve("README.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(3, line.indexOf('`', 3)))
                    .filter(name -> !name.endsWith("/"))
                    .toList();
        }
    }

    /** Every file but the README, as the README calls it: a broken one by its name alone. */
    private static List<String> present() throws IOException {
        try (Stream<Path> files = Files.walk(SampleCity.FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(SampleCity.FOLDER::relativize)
                    .map(file -> file.toString().replace('\\', '/').replaceFirst("^broken/", ""))
                    .filter(name -> !name.equals("README.md"))
                    .toList();
        }
    }
}
