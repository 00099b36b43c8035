package jp.kyufu.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class RowTextTest {

    @Test
    void lineEndsAndTabsInsideQuotesBecomeSpaces() {
        assertThat(fields("a,\"b\r\nc\td\ne\rf\"")).containsExactly("a", "b c d e f");
        assertThat(fields("\"a\"\"\tb\",c")).containsExactly("a\" b", "c");
    }

    @Test
    void anEmptyFieldIsAFieldWhereverItStands() {
        assertThat(fields("")).containsExactly("");
        assertThat(fields(",")).containsExactly("", "");
        assertThat(fields("\"\",a,\"\"")).containsExactly("", "a", "");
        assertThat(fields("\"\"\"\",")).containsExactly("\"", "");
    }

    @Test
    void aQuoteInsideAPlainFieldIsACharacterLikeAnother() {
        assertThat(fields("a\"b\",c")).containsExactly("a\"b\"", "c");
    }

    @Test
    void soundRecordsAreSplitAsAParserOfAnyInputSplitsThem() throws IOException {
        long seed = System.nanoTime();
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            String row = row(random);
            try (CSVParser parser = CSVParser.parse(row, CSVFormat.RFC4180)) {
                assertThat(fields(row))
                        .as("seed %s, row %s", seed, row)
                        .containsExactly(parser.iterator().next().values());
            }
        }
    }

    private static String row(RandomGenerator random) {
        StringBuilder row = new StringBuilder("x");
        for (int field = random.nextInt(5); field >= 0; field--) {
            row.append(',');
            boolean quoted = random.nextBoolean();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append(quoted ? "a,\"山 ".charAt(random.nextInt(5)) : 'b');
            }
            row.append(quoted ? "\"" + text.toString().replace("\"", "\"\"") + "\"" : text);
        }
        return row.toString();
    }

    @Test
    void anyOtherControlCharacterIsFoundAtItsPlace() {
        assertThat(RowText.control("a,b\u0000")).isEqualTo(3);
        assertThat(RowText.control("a,\tb")).isEqualTo(2);
        assertThat(RowText.control("\"a\u0007\"")).isEqualTo(2);
        assertThat(RowText.control("a\u0085")).isEqualTo(1);
        assertThat(RowText.control("ab\"\"c\tx")).isEqualTo(5);
    }

    @Test
    void thePlaceOfACharacterNamesItsField() {
        String row = "a,\"b,c\",d\"e,f";
        assertThat(RowText.fieldAt(row, 0)).isZero();
        assertThat(RowText.fieldAt(row, row.indexOf('c'))).isEqualTo(1);
        assertThat(RowText.fieldAt(row, row.indexOf('e'))).isEqualTo(2);
        assertThat(RowText.fieldAt(row, row.indexOf('f'))).isEqualTo(3);
    }

    private static List<String> fields(String row) {
        assertThat(RowText.control(row)).isEqualTo(RowText.CLEAN);
        return RowText.fields(row, 3);
    }
}
