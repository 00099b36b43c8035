package jp.kyufu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.samples.Desk.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The files of {@code sample-files/broken}, each named for its defect, handed in one after the
 * other. What shall become of each stands in {@code broken-files.csv} beside this class.
 */
class BrokenFilesTest {

    private static final Path BROKEN = SampleCity.FOLDER.resolve("broken");

    /** What became of each file, by its name. */
    private static final Map<String, Outcome> OUTCOMES = new TreeMap<>();

    /** Tables that a refused file has changed, by the file's name. */
    private static final Map<String, Map<String, Long>> CHANGED = new TreeMap<>();

    @BeforeAll
    static void handInEveryFile() throws IOException {
        try (Desk desk = Desk.open()) {
            Map<String, Long> before = desk.rows();
            for (Path file : files()) {
                String name = file.getFileName().toString();
                Outcome outcome = desk.handIn(file);
                OUTCOMES.put(name, outcome);
                Map<String, Long> after = desk.rows();
                if (isRefused(outcome) && !after.equals(before)) {
                    CHANGED.put(name, after);
                }
                before = after;
            }
        }
        keepForComparison();
    }

    @Test
    void everyFileIsRefusedOrTakenInAsTheTableSays() throws IOException {
        assertThat(found()).containsExactlyEntriesOf(expected());
    }

    @Test
    void whatIsRefusedWholeChangesNothing() {
        assertThat(OUTCOMES.values()).filteredOn(BrokenFilesTest::isRefused).hasSizeGreaterThan(30);
        assertThat(CHANGED).isEmpty();
    }

    @Test
    void theReadmeTellsEverySentenceInBothLanguages() throws IOException {
        Map<String, String> rows = readme();
        OUTCOMES.forEach((file, outcome) ->
                outcome.sentences().stream()
                        .flatMap(String::lines)
                        .forEach(
                                sentence -> assertThat(rows.get(file)).contains(sentence.strip())));
    }

    @Test
    void aRefusalIsTheOnlyThingACommandSays() {
        for (String file : List.of("program-several-errors.yaml", "register-no-header.csv")) {
            List<String> command =
                    file.endsWith(".yaml")
                            ? List.of("program", "open", path(file))
                            : List.of("import", "register", path(file), "--as-of", "2027-01-01");
            Answer refused = answer(command);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().stripTrailing())
                    .isEqualTo(outcome(file).sentences().getFirst());
        }
    }

    private static String path(String file) {
        return BROKEN.resolve(file).toString();
    }

    private static Answer answer(List<String> command) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of("--data", SampleCity.DATA.resolve("demo").toString(), "--lang", "ja"));
        return Answer.of(args.toArray(String[]::new));
    }

    private static Outcome outcome(String file) {
        return Objects.requireNonNull(OUTCOMES.get(file), file);
    }

    private static boolean isRefused(Outcome outcome) {
        return outcome.summary().startsWith("refused ");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        OUTCOMES.forEach((file, outcome) -> found.put(file, outcome.summary()));
        return found;
    }

    /** File and outcome, one a line, parted by the first comma. */
    private static Map<String, String> expected() throws IOException {
        try (var table = BrokenFilesTest.class.getResourceAsStream("broken-files.csv")) {
            assertThat(table).isNotNull();
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(
                            Collectors.toMap(
                                    row -> row[0],
                                    row -> row[1],
                                    (one, other) -> one + other,
                                    LinkedHashMap::new));
        }
    }

    /** The rows of the README's tables by the file they begin with, bars in words restored. */
    private static Map<String, String> readme() throws IOException {
        try (Stream<String> lines = Files.lines(SampleCity.FOLDER.resolve("README.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .collect(
                            Collectors.toMap(
                                    line -> line.substring(3, line.indexOf('`', 3)),
                                    line -> line.replace("\\|", "|").replace("&lt;", "<")));
        }
    }

    /** Leaves what was found beside the other results, for whoever changes a message. */
    private static void keepForComparison() throws IOException {
        StringBuilder table = new StringBuilder("file,outcome\n");
        OUTCOMES.forEach((file, outcome) ->
                table.append(file).append(',').append(outcome.summary()).append('\n'));
        Files.writeString(Path.of("target", "samples", "broken-files.csv"), table);
        StringBuilder sentences = new StringBuilder();
        OUTCOMES.forEach((file, outcome) ->
                outcome.sentences()
                        .forEach(text ->
                                sentences
                                        .append(file)
                                        .append('\t')
                                        .append(text.replace("\n", "\t"))
                                        .append('\n')));
        Files.writeString(Path.of("target", "samples", "broken-files-sentences.tsv"), sentences);
    }
}
