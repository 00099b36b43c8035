package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "東京都八王子市元本郷町三丁目24番1号",
                "八王子市元本郷町三丁目２４番１号",
                "元本郷町3-24-1",
                "元本郷町３丁目２４－１",
                "元本郷町3ー24ー1",
                "元本郷町３−２４−１",
                "元本郷町 3‐24‐1",
                "元本郷町3の24の1",
                "元本郷町三の二十四の一",
                "元本郷町三ー二四ー一",
                "元本郷町三丁目二十四番一号",
                "元本郷町3丁目24番地1",
                "元本郷町3丁目24番地の1",
                "元本郷町 3 丁目 24 番 1 号",
                "大字元本郷町3-24-1",
                "〒192-0051 東京都 八王子市 元本郷町 3-24-1",
                "元本郷町3 - 24 - 1",
                "元本鄕町3-24-1",
                "元本郷町3-24-1 21世紀ビル",
                "元本郷町3丁目24番1号 コーポ桑都",
                "元本郷町3丁目24番1号桑都ビル3F",
                "元本郷町３−２４−０１",
            })
    void everyWayOfWritingOnePlaceHasOneKey(String address) {
        assertThat(AddressKey.of(address)).isEqualTo("元本郷町 3-24-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本町2ー21ー20 203号室",
                "本町2-21-20-203",
                "本町2丁目21番20号203号室",
                "本町2丁目21番20号コーポ桑都203",
                "本町2-21-20 コーポ桑都２０３号室",
                "本町2-21-20コーポ桑都203号",
                "本町二丁目二十一番二十号 二〇三号室",
                "本町2-21-20 第2コーポ 203号室 山田方",
                "本町2-21-20 A棟203",
                "本町2-21-20 A-203",
                "本町2-21-20 203",
                "本町2-21-20 203号室(山田様方)",
            })
    void theRoomStaysApartFromTheBlock(String address) {
        assertThat(AddressKey.of(address)).isEqualTo("本町 2-21-20-203");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "霞ヶ丘町1-2, 霞ケ丘町1-2",
                "霞が丘町1-2, 霞ケ丘町1-2",
                "丸の内1-2, 丸ノ内1-2",
                "丸之内1-2, 丸ノ内1-2",
                "三ッ木町5, 三つ木町5",
                "大字上恩方町字醍醐123番地4, 上恩方町醍醐123-4",
                "北一条西二丁目3, 北1条西2-3",
                "一番町5-6, 1番町5番6号",
                "三番丁7, 三番丁七番地",
                "澤町12, 沢町十二番地",
                "日の出町大久野123, 日ノ出町大久野百二十三番地",
                "東京都西多摩郡日の出町大久野123, 西多摩郡日の出町大久野123番地",
                "横浜市中区本町1-1, 神奈川県横浜市中区本町１丁目１番",
                "三重県四日市市諏訪町1-5, 諏訪町1-5",
                "千葉県市原市八幡1-2, 八幡1丁目2番",
                "東京都千代田区九段南一丁目2番1号, 九段南1-2-1",
                "代々木1-2, 代代木1-2",
            })
    void placesAreEqualWhateverTheSpelling(String one, String other) {
        assertThat(AddressKey.of(one)).isEqualTo(AddressKey.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "八日市町1-2, 8日市町 1-2",
                "八日市1-2, 8日市 1-2",
                "八丁堀1-2, 8丁堀 1-2",
                "三の丸3-4, 3ノ丸 3-4",
                "3の丸3-4, 3ノ丸 3-4",
                "二の宮町5, 2ノ宮町 5",
                "十文字町9, 10文字町 9",
                "千代田町, 1000代田町",
                "南町, 南町",
                "123, \" 123\"",
                "\"\", \"\"",
                "\" 　\", \"\"",
            })
    void theNameOfATownIsNotTakenForACityOrANumber(String address, String key) {
        assertThat(AddressKey.of(address)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "本町2-21-20 203号室, 本町2-21-20 204号室",
        "本町1-23, 本町12-3",
        "本町1-2-3, 本町1-2",
        "上町1-2, 下町1-2",
    })
    void differentPlacesHaveDifferentKeys(String one, String other) {
        assertThat(AddressKey.of(one)).isNotEqualTo(AddressKey.of(other));
    }

    @Test
    void anyTextHasAKey() {
        AnyText any = AnyText.seeded();
        for (int i = 0; i < 200_000; i++) {
            String text = any.next();
            assertThat(AddressKey.of(text))
                    .as("seed %d", any.seed)
                    .isEqualTo(AddressKey.of(Width.fold(text)));
        }
    }
}
