package jp.kyufu.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTextTest {

    @Test
    void lineEndsAndTabsInsideQuotesBecomeSpaces() {
        assertThat(cleaned("a,\"b\r\nc\td\ne\rf\"")).isEqualTo("a,\"b c d e f\"");
        assertThat(cleaned("\"a\"\"\tb\",c")).isEqualTo("\"a\"\" b\",c");
    }

    @Test
    void anyOtherControlCharacterIsFoundAtItsPlace() {
        assertThat(RowText.append("a,b\u0000", new StringBuilder())).isEqualTo(3);
        assertThat(RowText.append("a,\tb", new StringBuilder())).isEqualTo(2);
        assertThat(RowText.append("\"a\u0007\"", new StringBuilder())).isEqualTo(2);
        assertThat(RowText.append("a\u0085", new StringBuilder())).isEqualTo(1);
        assertThat(RowText.append("ab\"\"c\tx", new StringBuilder())).isEqualTo(5);
    }

    @Test
    void thePlaceOfACharacterNamesItsField() {
        String row = "a,\"b,c\",d\"e,f";
        assertThat(RowText.fieldAt(row, 0)).isZero();
        assertThat(RowText.fieldAt(row, row.indexOf('c'))).isEqualTo(1);
        assertThat(RowText.fieldAt(row, row.indexOf('e'))).isEqualTo(2);
        assertThat(RowText.fieldAt(row, row.indexOf('f'))).isEqualTo(3);
    }

    private static String cleaned(String row) {
        StringBuilder to = new StringBuilder();
        assertThat(RowText.append(row, to)).isEqualTo(RowText.CLEAN);
        return to.toString();
    }
}
