package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.text.Slip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardCityTest {

    private static final int HOUSEHOLDS = 4_000;
    private static final long SEED = 31;

    @TempDir static Path temp;
    private static Path city;
    private static final Map<String, String[]> REGISTER = new HashMap<>();

    @BeforeAll
    static void generate() throws Exception {
        city = temp.resolve("hard");
        CityGenerator.generate(HOUSEHOLDS, SEED, city, CityGeneratorTest.master(), true);
        rows("register-20260227.csv").forEach(row -> REGISTER.putIfAbsent(row[0], row));
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        Path again = temp.resolve("again");
        CityGenerator.generate(HOUSEHOLDS, SEED, again, CityGeneratorTest.master(), true);
        try (Stream<Path> files = Files.list(city)) {
            for (Path file : files.toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void everyClassOfDifficultyOccurs() throws IOException {
        assertThat(truth().keySet())
                .containsExactlyInAnyOrderElementsOf(Case.hard().stream().map(Case::name).toList());
    }

    @Test
    void theRegisterHasTheOptionalColumnsAndTheyAreFilledWhereTheCaseNeedsThem()
            throws IOException {
        assertThat(Files.readAllLines(city.resolve("register-20260227.csv")).getFirst())
                .endsWith(",支援措置,旧氏,旧氏カナ,通称,通称カナ");
        assertThat(residents("FORMER_NAME")).allMatch(row -> !row[15].isEmpty());
        assertThat(residents("ALIAS")).allMatch(row -> row[17].contains("　"));
        assertThat(residents("LATIN_NO_KANA")).allMatch(row -> row[3].isEmpty());
    }

    @Test
    void aPersonTwiceInTheRegisterHasOneNameAndBirthDateAndTwoNumbers() throws IOException {
        List<String[]> pairs = rows("register-duplicates.csv");
        assertThat(pairs).hasSizeGreaterThan(5);
        for (String[] pair : pairs) {
            String[] one = resident(pair[0]);
            String[] other = resident(pair[1]);
            assertThat(one[0]).isNotEqualTo(other[0]);
            assertThat(one[4]).isEqualTo(other[4]);
            assertThat(Names.inCommonForm(one[2])).isEqualTo(Names.inCommonForm(other[2]));
        }
    }

    @Test
    void whoIsNotInTheRegisterHasNoResidentAndEverybodyElseHasOne() throws IOException {
        truth().forEach((kind, rows) -> {
            boolean stranger = kind.startsWith("NOT_RESIDENT") || kind.equals("NUMBER_STOLEN");
            assertThat(rows).as(kind).allMatch(row -> row[1].isEmpty() == stranger);
        });
    }

    @Test
    void twinsFathersAndSonsAreOneCharacterApart() throws IOException {
        for (String kind : List.of("TWINS_ALIKE", "FATHER_AND_SON")) {
            List<String> names = residents(kind).stream().map(row -> row[2]).distinct().toList();
            assertThat(names)
                    .as(kind)
                    .allMatch(name ->
                            names.stream()
                                    .anyMatch(other ->
                                            !other.equals(name)
                                                    && Slip.distanceAtMostOne(name, other)));
        }
    }

    @Test
    void namesakesShareNameKanaAndBirthDate() throws IOException {
        Map<String, Long> people =
                residents("NAMESAKES").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row[2] + row[3] + row[4], Collectors.counting()));
        assertThat(people.values()).allMatch(count -> count >= 2);
    }

    @Test
    void aMisreadCharacterIsAnotherCharacterAndAMisreadDateAnotherDate() {
        var random = new Seed(SEED).of(Seed.Purpose.ROW, 1);
        assertThat(Ocr.KANA.misread("ソ", random)).contains("ン");
        assertThat(Ocr.KANJI.misread("未", random)).contains("末");
        assertThat(Ocr.KANJI.misread("々", random)).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            var date = Dates.REFERENCE.minusDays(1 + random.nextInt(30_000));
            var misread = Ocr.misread(date, random);
            assertThat(misread).isNotEqualTo(date).isBefore(Dates.REFERENCE);
        }
    }

    private static List<String[]> residents(String kind) throws IOException {
        return truth().getOrDefault(kind, List.of()).stream().map(row -> resident(row[1])).toList();
    }

    private static String[] resident(String number) {
        String[] row = REGISTER.get(number);
        assertThat(row).as(number).isNotNull();
        return row == null ? new String[0] : row;
    }

    private static Map<String, List<String[]>> truth() throws IOException {
        return rows("truth.csv").stream().collect(Collectors.groupingBy(row -> row[7]));
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(city.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> Arrays.stream(row).noneMatch(cell -> cell.startsWith("\"")))
                .toList();
    }
}
