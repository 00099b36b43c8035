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
    void whatAnEarlierDemoLeftThereIsNotAnsweredAgain() throws IOException {
        Path city = folder.resolve("city");
        Path out = folder.resolve("out");
        done("generate", "--households", "20", "--seed", "5", "--out", city.toString());
        Path golden = SampleCity.FOLDER.resolve("golden").resolve("files");
        for (String name : new String[] {"000002-20260701.txt", "000003.csv"}) {
            String rail = name.endsWith(".txt") ? "furikomi-soto2026-" : "points-soto2026-";
            Path earlier = Files.createDirectories(out.resolve("files")).resolve(rail + name);
            Files.copy(golden.resolve(rail + name), earlier);
        }
        Path mine = Files.writeString(out.resolve("files").resolve("notes.txt"), "of the reader");
        String data = folder.resolve("data").toString();
        done("demo", city.toString(), "--out", out.toString(), "--data", data);
        assertThat(out.resolve("files").resolve("points-soto2026-000003.csv")).doesNotExist();
        assertThat(mine).exists();
    }

    private static void done(String... command) {
        Answer answer = Answer.of(command);
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
    }
}
