package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZenginTextTest {

    private static final String SYMBOLS = "()-.";

    @ParameterizedTest
    @CsvSource({
        "ヤマダ　タロウ,ﾔﾏﾀﾞ ﾀﾛｳ",
        "やまだ たろう,ﾔﾏﾀﾞ ﾀﾛｳ",
        "ﾔﾏﾀﾞ ﾀﾛｳ,ﾔﾏﾀﾞ ﾀﾛｳ",
        "'  ヤマダ 　 タロウ　',ﾔﾏﾀﾞ ﾀﾛｳ",
        "シャッキョウ,ｼﾔﾂｷﾖｳ",
        "ｼｬｯｷｮｳ,ｼﾔﾂｷﾖｳ",
        "ァィゥェォヮ,ｱｲｳｴｵﾜ",
        "ヵヶ,ｶｹ",
        "ヴィトン,ｳﾞｲﾄﾝ",
        "ゔ,ｳﾞ",
        "ヰヱゐゑ,ｲｴｲｴ",
        "ー,-",
        "ｰ‐–—−－─-,--------",
        "カ\u3099ハ\u309A,ｶﾞﾊﾟ",
        "カ゛ハ゜,ｶﾞﾊﾟ",
        "Smith ｊohn,SMITH JOHN",
        "０１２3,0123",
        "カ）エービーシー,ｶ)ｴ-ﾋﾞ-ｼ-",
        "ＡＢＣ（カ,ABC(ｶ",
        "ABC（カ）XYZ,ABC(ｶ)XYZ",
        "Ｂ．Ｃ,B.C"
    })
    void aNameIsWrittenInTheBanksCharacters(String written, String sent) {
        assertThat(ZenginText.payee(written, SYMBOLS)).isEqualTo(new ZenginText.Result.Valid(sent));
        assertThat(ZenginText.isSendable(sent, SYMBOLS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "山田 タロウ,山田",
        "ヤマダ・タロウ,・",
        "ﾔﾏﾀﾞ･ﾀﾛｳ,･",
        "ヲカダ,ヲ",
        "ｦｶﾀﾞ,ｦ",
        "を,を",
        "ア゛,゛",
        "アﾞ,ﾞ",
        "カﾟ,ﾟ",
        "ﾞカ,ﾞ",
        "ヴ゛,゛",
        "ヷ,ヷ",
        "ー～,～",
        "A/B,/",
        "'A,B',','",
        "A&B,&",
        "ヤマダ𠮟,𠮟",
        "ア々ア々,々",
        "é,é"
    })
    void whatTheBankCannotTakeIsRefusedByName(String written, String offending) {
        assertThat(ZenginText.payee(written, SYMBOLS))
                .isEqualTo(new ZenginText.Result.Refused(offending));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　　"})
    void nothingToSendIsRefused(String written) {
        assertThat(ZenginText.payee(written, SYMBOLS)).isEqualTo(new ZenginText.Result.Refused(""));
    }

    @Test
    void theProfileDecidesAboutSymbols() {
        assertThat(ZenginText.payee("ヲカ/", "/ｦ")).isEqualTo(new ZenginText.Result.Valid("ｦｶ/"));
        assertThat(ZenginText.payee("カ-", "()")).isEqualTo(new ZenginText.Result.Refused("-"));
    }

    @Test
    void aLongNameIsCutAtThirtyBytesNeverBetweenAKanaAndItsMark() {
        assertThat(sent("ア".repeat(29) + "ガ")).isEqualTo("ｱ".repeat(29));
        assertThat(sent("ア".repeat(28) + "ガ")).isEqualTo("ｱ".repeat(28) + "ｶﾞ");
        assertThat(sent("ア".repeat(28) + "ガギ")).isEqualTo("ｱ".repeat(28) + "ｶﾞ");
        assertThat(sent("ア".repeat(31))).isEqualTo("ｱ".repeat(30));
        assertThat(sent("ア".repeat(29) + " イ")).isEqualTo("ｱ".repeat(29));
        assertThat(sent("ガ".repeat(16))).isEqualTo("ｶﾞ".repeat(15));
    }

    @Test
    void aBanksNameHasNoSpaceAndNoFullStopAndFifteenBytes() {
        assertThat(ZenginText.bankName("クレデイ．アグリコル"))
                .isEqualTo(new ZenginText.Result.Valid("ｸﾚﾃﾞｲｱｸﾞﾘｺﾙ"));
        assertThat(ZenginText.bankName("ソシエテ　ジエネラル"))
                .isEqualTo(new ZenginText.Result.Valid("ｿｼｴﾃｼﾞｴﾈﾗﾙ"));
        assertThat(ZenginText.bankName("イチノセキインターチェンマエジ"))
                .isEqualTo(new ZenginText.Result.Valid("ｲﾁﾉｾｷｲﾝﾀ-ﾁｴﾝﾏｴ"));
        assertThat(ZenginText.bankName("本店")).isEqualTo(new ZenginText.Result.Refused("本店"));
        assertThat(ZenginText.bankName("A(B)")).isEqualTo(new ZenginText.Result.Refused("()"));
    }

    @Test
    void whateverIsSentIsSendableAndStaysAsItIs() {
        long seed = 7_2026;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        int valid = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 45);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(
                        switch (random.nextInt(8)) {
                            case 0 -> random.nextInt(0x20, 0x7F);
                            case 1 -> random.nextInt(0xFF01, 0xFF9F);
                            case 2 -> random.nextInt(0x3041, 0x3097);
                            default -> random.nextInt(0x30A1, 0x30FB);
                        });
            }
            if (ZenginText.payee(text.toString(), SYMBOLS + "ｦ!#$%&'*+,/:;<=>?@[]^_`{|}\"\\")
                    instanceof ZenginText.Result.Valid(String sent)) {
                valid++;
                String symbols = SYMBOLS + "ｦ!#$%&'*+,/:;<=>?@[]^_`{|}\"\\";
                assertThat(ZenginText.isSendable(sent, symbols)).as(sent).isTrue();
                assertThat(sent.length()).isBetween(1, ZenginText.PAYEE_BYTES);
                assertThat(ZenginText.payee(sent, symbols))
                        .isEqualTo(new ZenginText.Result.Valid(sent));
            }
        }
        assertThat(valid).isGreaterThan(1_000);
    }

    @Test
    void everyHalfWidthKanaHasTheByteTheStandardGives() {
        Charset jis = Charset.forName("JIS_X0201");
        for (char c = '\uFF61'; c <= '\uFF9F'; c++) {
            byte[] bytes = String.valueOf(c).getBytes(jis);
            assertThat(JisX0201.byteOf(c)).isEqualTo(bytes[0] & 0xFF);
            assertThat(JisX0201.decode(bytes, 0, 1)).isEqualTo(String.valueOf(c));
        }
        assertThat(JisX0201.byteOf('山')).isEqualTo(-1);
        assertThat(JisX0201.byteOf('~')).isEqualTo(-1);
        assertThat(JisX0201.byteOf('\n')).isEqualTo(-1);
        assertThat(JisX0201.decode("é".getBytes(StandardCharsets.ISO_8859_1), 0, 1))
                .isEqualTo("\uFFFD");
    }

    private static String sent(String written) {
        return ((ZenginText.Result.Valid) ZenginText.payee(written, SYMBOLS)).halfWidth();
    }
}
