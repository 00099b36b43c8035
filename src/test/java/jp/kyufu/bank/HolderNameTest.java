package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderNameTest {

    @ParameterizedTest
    @CsvSource({
        "ﾔﾏﾀﾞ ﾀﾛｳ,ヤマダ　タロウ",
        "ﾔﾏﾀﾞﾀﾛｳ,やまだ たろう",
        "ｷﾖｳｺ,キョウコ",
        "ﾌｼﾞﾂｶ,フヂツカ",
        "ﾐｽﾞﾉ,ミヅノ",
        "ｵｶﾀﾞ,ヲカダ",
        "ﾏ-ｸ ｽﾐｽ,マーク・スミス",
        "ﾏｸ ｽﾐｽ,マーク　スミス",
        "SMITH JOHN,Ｓｍｉｔｈ　Ｊｏｈｎ"
    })
    void writingDoesNotMakeAnotherPerson(String holder, String kana) {
        assertThat(HolderName.same(holder, kana)).isTrue();
        assertThat(HolderName.similarity(holder, kana)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ﾔﾏﾀﾞ ﾀﾛｳ,ヤマタ　タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ,ヤマダ　タロ", "ﾔﾏﾀﾞ ﾀﾛｳ,ヤマダ　ジロウ", "ﾔﾏﾀﾞ,''", "-,ー"})
    void aDifferenceIsNeverPassedOver(String holder, String kana) {
        assertThat(HolderName.same(holder, kana)).isFalse();
        assertThat(HolderName.similarity(holder, kana)).isBetween(0.0, 0.99);
    }

    @Test
    void aMissingMarkIsCloserThanAnotherKana() {
        double mark = HolderName.similarity("ﾔﾏﾀ ﾀﾛｳ", "ヤマダ　タロウ");
        double kana = HolderName.similarity("ﾔﾏﾗ ﾀﾛｳ", "ヤマダ　タロウ");
        double person = HolderName.similarity("ｻﾄｳ ﾊﾅｺ", "ヤマダ　タロウ");
        assertThat(mark).isGreaterThan(kana).isGreaterThan(0.85);
        assertThat(kana).isGreaterThan(person);
        assertThat(person).isLessThan(0.4);
    }

    @Test
    void aHolderCutAtThirtyBytesIsComparedAsFarAsItGoes() {
        String kana = "アレクサンドロヴィチ　コンスタンチノープルスキーヴィチ";
        String sent = ((ZenginText.Result.Valid) ZenginText.payee(kana, "()-.")).halfWidth();
        assertThat(sent.length()).isBetween(29, 30);
        assertThat(HolderName.same(sent, kana)).isTrue();
        assertThat(HolderName.same(sent, "アレクサンドロヴィチ")).isFalse();
        assertThat(HolderName.same("ｱﾚｸｻﾝﾄﾞﾛ", kana)).isFalse();
    }
}
