package jp.kyufu.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1950/1/2",
                "1950-01-02",
                "19500102",
                "１９５０．１．２",
                "S25.1.2",
                "ｓ25/1/2",
                "昭和25年1月2日",
                "昭和２５年 １月 ２日",
                "昭和二十五年一月二日",
                "1950 1 2",
                "昭25.1.2"
            })
    void aBirthDateInAnyWayOfWritingIsOneWord(String text) {
        assertThat(one(text)).contains(new Clue.Birth((int) LocalDate.of(1950, 1, 2).toEpochDay()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090-1234-5678",
                "09012345678",
                "０９０ー１２３４ー５６７８",
                "090 1234 5678",
                "090−1234−5678"
            })
    void aTelephoneNumberInAnyWidthIsOneWord(String text) {
        assertThat(one(text)).contains(new Clue.Phone("09012345678"));
    }

    @ParameterizedTest
    @CsvSource({
        "すずき,スズキ",
        "ｽｽﾞｷ,スズキ",
        "スズキ,スズキ",
        "しょうじ,シヨウジ",
    })
    void aReadingIsFoldedAsMatchingFoldsIt(String text, String key) {
        assertThat(one(text)).last().isInstanceOf(Clue.Reading.class);
        assertThat(((Clue.Reading) one(text).getLast()).text()).isEqualTo(utf8(key));
    }

    @Test
    void variantsOfKanjiAreOneName() {
        assertThat(name("髙橋")).isEqualTo(name("高橋")).isNotEmpty();
    }

    @Test
    void aTownAndItsNumbersAreAPlaceInAnyWriting() {
        byte[] key = utf8("元本郷町 3-24-1");
        for (String text : List.of("元本郷町3-24-1", "元本郷町三丁目２４番１号", "東京都八王子市元本郷町３丁目24-1")) {
            assertThat(one(text))
                    .as(text)
                    .anyMatch(clue ->
                            clue instanceof Clue.Place place
                                    && java.util.Arrays.equals(place.key(), key));
        }
        assertThat(SearchText.read("元本郷町 3-24-1")).hasSize(2);
        assertThat(one("3-24-1"))
                .anyMatch(clue ->
                        clue instanceof Clue.Block block
                                && java.util.Arrays.equals(block.numbers(), utf8("3-24-1")));
    }

    @Test
    void receiptAndPrintedNumbersAreReadInAnyWidthWithHyphens() {
        assertThat(one("ｗ0000000005")).containsExactlyElementsOf(one("W-0000000005")).isNotEmpty();
        assertThat(one("00100009439")).anyMatch(clue -> clue instanceof Clue.Printed);
        assertThat(one("0010000943-9")).anyMatch(clue -> clue instanceof Clue.Printed);
    }

    @Test
    void severalWordsAreSeveralClues() {
        assertThat(SearchText.read("すずき　1950/1/2、元本郷町")).hasSize(3);
        assertThat(SearchText.read("すずき 昭和25年 1月 2日 090 1234 5678")).hasSize(3);
        assertThat(SearchText.read("NGUYEN VAN AN 1990/5/5")).hasSize(2);
        assertThat(SearchText.read("八王子市 鈴木"))
                .extracting(Clue.Word::optional)
                .containsExactly(true, false);
        assertThat(SearchText.read(" 　、")).isEmpty();
    }

    private static List<Clue> one(String text) {
        List<Clue.Word> words = SearchText.read(text);
        assertThat(words).as(text).hasSize(1);
        return words.getFirst().clues();
    }

    private static byte[] name(String text) {
        return one(text).stream()
                .filter(clue -> clue instanceof Clue.Name)
                .map(clue -> ((Clue.Name) clue).text())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
