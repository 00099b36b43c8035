package jp.kyufu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kyufu.city.TruthCheck;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;

/** The city of {@code sample-files} gives the files of its folder {@code golden}, to the byte. */
class GoldenTest {

    private static final Path GOLDEN = SampleCity.FOLDER.resolve("golden");

    @Test
    void theDemoEndsWithBooksThatAreClean() {
        Answer demo = SampleCity.demo();
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out()).contains(new Words(Locale.JAPANESE).of("cli.verify.clean"));
    }

    @Test
    void theDemoWritesTheGoldenBytes() throws IOException {
        SampleCity.demo();
        for (Path file : files(GOLDEN)) {
            assertThat(SampleCity.OUT.resolve(file)).hasSameBinaryContentAs(GOLDEN.resolve(file));
        }
    }

    @Test
    void nothingIsReleasedOrAnsweredThatIsNotGolden() throws IOException {
        SampleCity.demo();
        for (String folder : List.of("files", "results", "statements")) {
            assertThat(files(SampleCity.OUT.resolve(folder)))
                    .as(folder)
                    .isEqualTo(files(GOLDEN.resolve(folder)));
        }
    }

    @Test
    void nobodyIsPaidTwiceOrWronglyAndFewNeedAPerson() {
        SampleCity.demo();
        TruthCheck.Result result =
                TruthCheck.compare(SampleCity.FOLDER.resolve("truth.csv"), SampleCity.OUT);
        assertThat(result.harmless()).as("%s", result).isTrue();
        assertThat(result.automatic()).as("%s", result).isGreaterThanOrEqualTo(0.97);
    }

    /** Everything in a folder, named from there, in order. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }
}
