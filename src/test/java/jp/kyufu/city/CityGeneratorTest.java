package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityGeneratorTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int HOUSEHOLDS = 2_000;
    private static final long SEED = 20260101;

    @TempDir static Path temp;
    private static Path city;

    @BeforeAll
    static void generate() throws Exception {
        city = temp.resolve("city");
        CityGenerator.generate(HOUSEHOLDS, SEED, city, master());
    }

    static Path master() throws URISyntaxException {
        var url = CityGeneratorTest.class.getResource("bank-branches.csv");
        return Path.of(Objects.requireNonNull(url).toURI());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        Path again = temp.resolve("again");
        Path other = temp.resolve("other");
        CityGenerator.generate(HOUSEHOLDS, SEED, again, master());
        CityGenerator.generate(HOUSEHOLDS, SEED + 1, other, master());
        try (Stream<Path> files = Files.list(city)) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(6);
            for (Path file : written) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(Files.mismatch(city.resolve("truth.csv"), other.resolve("truth.csv")))
                .isNotNegative();
    }

    @Test
    void theHeadersAreThoseOfTheContract() throws IOException {
        assertThat(Files.readAllLines(city.resolve("register-20260227.csv")).getFirst())
                .isEqualTo(
                        "宛名番号,世帯番号,氏名,氏名カナ,生年月日,性別,続柄,郵便番号,住所,方書," + "住民区分,住民となった日,異動事由,異動日,支援措置");
        assertThat(Files.readAllLines(city.resolve("applications-online.csv")).getFirst())
                .isEqualTo(
                        "受付番号,申請日時,申請書番号,申請者氏名,申請者氏名カナ,申請者生年月日,郵便番号,住所,"
                                + "電話番号,メールアドレス,世帯人数,辞退者,受取方法,桑都ペイID,金融機関コード,"
                                + "支店コード,預金種目,口座番号,口座名義カナ,ゆうちょ記号,ゆうちょ番号,"
                                + "本人確認書類,口座確認書類,代理人氏名,代理人氏名カナ,代理人続柄");
        assertThat(paper().getFirst())
                .isEqualTo(
                        "管理番号,受付日,申請書番号,世帯主氏名,世帯主カナ,生年月日,住所,電話番号,人数,"
                                + "希望しない者,給付方法,ポイントID,銀行コード,支店コード,種目,口座番号,"
                                + "口座名義,記号,番号,本人確認,口座確認,代理人,代理人カナ,続柄,不備メモ");
        assertThat(truth().getFirst())
                .isEqualTo(
                        "receipt_no,resident_no,household_no,expected_state,codes,rail,amount,"
                                + "class");
    }

    @Test
    void everyClassOfDifficultyOccursInACityOfTwoThousandHouseholds() throws IOException {
        Set<String> expected =
                Case.all().stream()
                        .map(Case::name)
                        .filter(name -> !name.startsWith("ROW_") && !name.equals("NO_APPLICATION"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(truthRows().map(row -> row[7]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void onPaperOnlyTheRowsSpoiltOnPurposeAreNotWindows31j() throws IOException {
        byte[] bytes = Files.readAllBytes(city.resolve("applications-paper.csv"));
        long broken =
                Arrays.stream(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n"))
                        .filter(line -> !decodes(line.getBytes(StandardCharsets.ISO_8859_1)))
                        .count();
        assertThat(broken).isBetween(1L, 5L);
    }

    @Test
    void aReceiptHasOneTruthAndARejectedRowNone() throws IOException {
        List<String> receipts = truthRows().map(row -> row[0]).toList();
        assertThat(receipts).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(receipts);
        long rejected =
                Stream.concat(rows(onlineLines()), rows(paper()))
                        .filter(receipt -> !known.contains(receipt))
                        .count();
        assertThat(rejected).isBetween(5L, 20L);
    }

    @Test
    void onlyDecidedApplicationsHaveAnAmountAndItIsSharesTimesTheRate() throws IOException {
        truthRows()
                .forEach(row -> {
                    assertThat(row[6].isEmpty()).isNotEqualTo(row[3].equals("DECIDED"));
                    if (row[3].equals("DECIDED")) {
                        long rate = row[5].equals("CASH") ? 5_000 : 6_000;
                        assertThat(Long.parseLong(row[6]) % rate).isZero();
                        assertThat(Long.parseLong(row[6])).isBetween(rate, 9 * rate);
                    }
                });
    }

    @Test
    void aHouseholdIsPaidOnceExceptForTheSharesOfProtectedMembers() throws IOException {
        Map<String, List<String[]>> decided =
                truthRows()
                        .filter(row -> row[3].equals("DECIDED"))
                        .collect(Collectors.groupingBy(row -> row[2]));
        decided.values().stream()
                .filter(rows -> rows.size() > 1)
                .forEach(rows -> assertThat(rows.getFirst()[7]).startsWith("PROTECTED_"));
    }

    @Test
    void theCheckDigitIsModulus11() {
        assertThat(Household.checkDigit("0000000000")).isZero();
        assertThat(Household.checkDigit("0000000001")).isEqualTo(9);
        assertThat(Household.checkDigit("0000000006")).isEqualTo(0);
        assertThat(Household.printed("1300012345678")).startsWith("0012345678").hasSize(11);
    }

    @Test
    void yuchoSymbolsCarryTheirCheckDigit() {
        // 1 7 3 0 0 and 1 9 9 2 7 6 5 1: 28 + 2 + 40 + 26, plus the last digit 1, is 97.
        assertThat(Accounts.symbol("73", "19927651")).isEqualTo("17370");
    }

    @Test
    void tooFewHouseholdsAreRefused() {
        assertThatThrownBy(() -> CityGenerator.generate(3, 1, temp.resolve("tiny"), master()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theSmallestCityIsPossible() throws Exception {
        Path tiny = temp.resolve("tiny");
        CityGenerator.generate(CityGenerator.FEWEST_HOUSEHOLDS, 1, tiny, master());
        assertThat(tiny.resolve("truth.csv")).isNotEmptyFile();
    }

    private static boolean decodes(byte[] line) {
        try {
            CP932.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static List<String> paper() throws IOException {
        String text = new String(Files.readAllBytes(city.resolve("applications-paper.csv")), CP932);
        return List.of(text.split("\r\n"));
    }

    private static List<String> truth() throws IOException {
        return Files.readAllLines(city.resolve("truth.csv"));
    }

    private static Stream<String[]> truthRows() throws IOException {
        return truth().stream().skip(1).map(line -> line.split(",", -1));
    }

    private static List<String> onlineLines() throws IOException {
        return Files.readAllLines(city.resolve("applications-online.csv"));
    }

    /** The receipt numbers of a file's rows; the second half of a broken address has none. */
    private static Stream<String> rows(List<String> lines) {
        return lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("(c/o"))
                .map(line -> line.substring(0, line.indexOf(',')));
    }
}
