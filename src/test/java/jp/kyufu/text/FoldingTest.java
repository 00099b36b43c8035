package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ﾜﾀﾅﾍﾞ, ワタナベ",
                "ｶﾞｷﾞﾊﾟﾋﾟｳﾞ, ガギパピヴ",
                "ﾊﾟｰﾙ ｺｰﾎﾟ, パール コーポ",
                "\" 山田　　太郎 \", 山田 太郎",
                "ＡＢｃ＠１２３, ABc@123",
                "ガギ, ガギ",
                "カ゛ハ゜, ガパ",
                "辻\udb40\udd00, 辻",
                "１ー２－３−４, 1-2-3-4",
                "1‐2‒3–4—5―6─7ｰ8, 1-2-3-4-5-6-7-8",
                "コーポ１ー２, コーポ1-2",
                "コーポ−A, コーポ−A",
                "㍼六十三年, 昭和六十三年",
                "㈱, (株)",
                "﨑, 﨑",
                "𠮷野家, 𠮷野家",
                "\"\t \", \"\"",
            })
    void widthIsFolded(String written, String folded) {
        assertThat(Width.fold(written)).isEqualTo(folded);
    }

    @Test
    void aCleanTextIsNotCopied() {
        for (String clean : List.of("山田 太郎", "ヤマダ タロウ", "コーポ桑都", "2026-04-01", "")) {
            assertThat(Width.fold(clean)).isSameAs(clean);
        }
    }

    @Test
    void aPrivateUseCharacterStays() {
        assertThat(NameKey.folded("\ue000野")).isEqualTo("\ue000野");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "００１２−３４５ー６７, 001234567",
                "\" 12 34-56７\", 1234567",
                "１２３　４５６‐−–―─ｰ, 123456",
                "12a-4, 12a4",
                "SP0000000001, SP0000000001",
            })
    void aNumberLosesSpacesAndHyphens(String written, String digits) {
        assertThat(Width.digits(written)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "やまだ　たろう, ヤマダタロウ",
                "ﾔﾏﾀﾞ ﾀﾛｳ, ヤマダタロウ",
                "ヤマタ゛, ヤマダ",
                "きょうこ, キヨウコ",
                "ユーコ, ユコ",
                "ﾕ-ｺ, ユコ",
                "ミヅホ, ミズホ",
                "カヲル, カオル",
                "ヂ, ジ",
                "ジョン・スミス, ジヨンスミス",
                "ヴァン, ヴアン",
                "ゔぁん, ヴアン",
                "ｳﾞｧﾝ, ヴアン",
                "チヱ, チエ",
                "Smith Ｊohn, SMITHJOHN",
            })
    void aKanaKeyIsEqualForEveryWayOfWriting(String written, String key) {
        assertThat(Kana.key(written)).isEqualTo(key);
    }

    @Test
    void katakanaKeepsWhatTheKeyDrops() {
        assertThat(Kana.katakana("やまだ　ゆーこ")).isEqualTo("ヤマダ ユーコ");
        assertThat(Kana.katakana("ｷｮｳｺ")).isEqualTo("キョウコ");
    }

    @ParameterizedTest
    @CsvSource({
        "髙﨑　敏郎, 髙﨑敏郎, 高崎敏郎",
        "渡邉 德, 渡邉德, 渡辺徳",
        "渡邊󠄃 隆, 渡邊隆, 渡辺隆",
        "𠮷田 榮, 𠮷田榮, 吉田栄",
        "佐々木 奈々, 佐々木奈々, 佐佐木奈奈",
        "smith　ＪＯＨＮ, SMITHJOHN, SMITHJOHN",
        "濵田, 濵田, 浜田",
        "嶋田, 嶋田, 島田",
    })
    void aNameHasAKeyAsWrittenAndAFoldedOne(String name, String written, String folded) {
        assertThat(NameKey.written(name)).isEqualTo(written);
        assertThat(NameKey.folded(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Jose García;JOSÉ GARCIA",
                "ANNE-MARIE DUPONT;Anne Marie Dupont",
                "O'BRIEN SEAN;O\u2019Brien Seán",
                "NGUYỄN THỊ LAN;Nguyen Thi Lan",
                "MÜLLER HANS;Muller Hans",
                "SØREN ÅBERG;Soren Aberg",
                "WEIß KARL;Weiss Karl",
                "ŁUKASZ NOWAK;Lukasz Nowak",
                "SMITH, JOHN;Smith John",
                "J. SMITH;J Smith",
                "Ｓｍｉｔｈ　Ｊｏｈｎ;SMITH JOHN",
            })
    void aLatinNameIsOneWithAndWithoutItsMarks(String one, String other) {
        assertThat(NameKey.folded(one)).isEqualTo(NameKey.folded(other)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田ＡＮＮＥ－ＭＡＲＩＥ", "É山", "キム・ヨナ", "ア-イ"})
    void marksOfOtherNamesStay(String name) {
        assertThat(NameKey.folded(name)).isEqualTo(NameKey.written(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "髙 高", "﨑 崎", "邉 辺", "邊 辺", "德 徳", "濵 浜", "濱 浜", "栁 柳", "澤 沢", "廣 広", "齋 斎", "齊 斉",
                "櫻 桜", "國 国", "惠 恵", "眞 真", "冨 富", "峯 峰", "嶋 島", "𠮷 吉", "瀨 瀬", "淸 清", "龍 竜", "榮 栄",
                "桒 桑", "檜 桧", "籠 篭", "藪 薮", "巖 巌", "蘆 芦", "鷗 鴎"
            })
    void everyPairOfTheReferenceFolds(String one, String other) {
        assertThat(KanjiVariants.fold(one)).isEqualTo(KanjiVariants.fold(other));
    }

    @Test
    void halvesOfACharacterAreNotJoinedByDroppingWhatIsBetween() {
        String halves = "\udb40\u200b\udd00eM";
        assertThat(Width.fold(halves)).isEqualTo("\ufffd\ufffdeM");
        assertThat(NameKey.written(halves)).isEqualTo("\ufffd\ufffdEM");
    }

    @Test
    void aLetterThatIsComposedWhereASpaceWasDroppedHasItsKeyAtOnce() {
        String once = Kana.key("\u1e3b\u00b8");
        assertThat(Kana.key(once)).isEqualTo(once).isEqualTo("\u013b\u0331");
    }

    @Test
    void foldsAreIdempotentAndNeverThrow() {
        AnyText any = AnyText.seeded();
        List<UnaryOperator<String>> folds =
                List.of(
                        Width::fold,
                        Width::digits,
                        Kana::key,
                        Kana::katakana,
                        NameKey::written,
                        NameKey::folded,
                        KanjiVariants::fold);
        for (int i = 0; i < 200_000; i++) {
            String text = any.next();
            for (int f = 0; f < folds.size(); f++) {
                String once = folds.get(f).apply(text);
                assertThat(folds.get(f).apply(once))
                        .as("fold %d, seed %d, text %s", f, any.seed, escaped(text))
                        .isEqualTo(once);
            }
        }
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append("\\u%04x".formatted(c)));
        return out.toString();
    }
}
