package jp.kyufu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of a city in a folder that the demo of another city has used. */
class DemoAgainTest {

    @TempDir Path folder;

    @Test
    void whatAnEarlierDemoLeftThereIsNotAnsweredAgainAndNobodyElsesFilesAreTouched()
            throws IOException {
        Path city = folder.resolve("city");
        Path out = folder.resolve("out");
        Path left = out.resolve("files").resolve("points-soto2026-000003.csv");
        String data = folder.resolve("data").toString();
        String[] demo = {"demo", city.toString(), "--out", out.toString(), "--data", data};
        done("generate", "--households", "20", "--seed", "5", "--out", city.toString());

        copyOfGolden(left);
        Answer answer = Answer.of(demo);
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains(left.toString()).contains("--out");
        assertThat(left).exists();

        Files.delete(left);
        done(demo);
        copyOfGolden(left);
        Path mine = Files.writeString(out.resolve("files").resolve("notes.txt"), "of the reader");
        done(demo);
        assertThat(left).doesNotExist();
        assertThat(mine).exists();
    }

    private static void copyOfGolden(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(
                SampleCity.FOLDER.resolve("golden").resolve("files").resolve(file.getFileName()),
                file);
    }

    private static void done(String... command) {
        Answer answer = Answer.of(command);
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
    }
}
