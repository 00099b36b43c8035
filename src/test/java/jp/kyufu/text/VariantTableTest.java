package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTableTest {

    @Test
    void aFurtherTableJoinsGroupsAndTheFirstKeepsItsRepresentative() {
        VariantTable table = new VariantTable(List.of("高髙", "吉𠮷", "甲髙乙", "丙丁", "高丙"));
        assertThat(table.fold("髙甲乙丙丁𠮷戊")).isEqualTo("高高高高高吉戊");
    }

    @Test
    void theBuiltInTableNamesEachKanjiOnce() throws Exception {
        String lines;
        try (var in = VariantTable.class.getResourceAsStream("kanji-variants.txt")) {
            lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        List<String> groups = VariantTable.groups(lines);
        assertThat(groups).hasSizeGreaterThan(500);
        Set<Integer> seen = new HashSet<>();
        for (String group : groups) {
            assertThat(group.codePointCount(0, group.length())).as(group).isGreaterThan(1);
            group.codePoints()
                    .forEach(c -> {
                        String kanji = Character.toString(c);
                        assertThat(seen.add(c)).as(kanji).isTrue();
                        assertThat(Width.fold(kanji)).isEqualTo(kanji);
                        assertThat(Character.isIdeographic(c)).as(kanji).isTrue();
                    });
        }
    }

    @Test
    void anOfficialMapComesAfterTheTableAndNeverAgainstIt() {
        VariantTable table = new VariantTable(List.of("高髙", "吉𠮷"));
        VariantTable both =
                table.with(
                        Map.of(
                                (int) '髙', (int) '甲', // a group of the table stays as it is
                                (int) '敲', (int) '髙', // and others follow it
                                (int) '乙', (int) '丙',
                                (int) '丙', (int) '丁', // a chain to its end
                                (int) '己', (int) '巳',
                                (int) '巳', (int) '己', // a circle to its lowest
                                (int) '戊', 0x20B9F)); // out of the BMP
        assertThat(both.fold("髙高敲乙丙丁己巳戊𠮷甲")).isEqualTo("高高高丁丁丁己己𠮟吉甲");
        assertThat(table.fold("敲乙")).isEqualTo("敲乙");
    }

    @Test
    void foldingIsClosedForEveryCharacter() {
        VariantTable table = VariantTable.ofResource("kanji-variants.txt");
        AnyText any = AnyText.seeded();
        Map<Integer, Integer> further = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            further.put(0x4e00 + any.below(0x5000), 0x4e00 + any.below(0x5000));
        }
        for (VariantTable one : List.of(table, table.with(further))) {
            for (int c = 0; c < Character.MAX_CODE_POINT; c++) {
                assertThat(one.of(one.of(c))).as("seed %d: %x", any.seed, c).isEqualTo(one.of(c));
            }
        }
    }

    /** Look alike, sound alike or mean alike, and are other names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "太大犬", "末未", "士土", "畑畠", "川河", "阪坂", "藤籐", "木本", "日曰", "己巳已", "千干", "田由甲申", "鳥烏島",
                "太多", "裕祐", "菜奈", "真直", "宮官", "斉済", "柿杮", "茅萱", "萩荻", "荘庄", "苅刈", "磯礒", "祇祗", "杉彬",
                "曜耀燿", "皓晧", "脇脅", "修脩", "克勝", "吾悟", "早速", "谷渓", "埼崎碕", "嶺峰", "機机", "芸云", "間問", "侍待"
            })
    void charactersThatAreOtherNamesStayApart(String others) {
        assertThat(KanjiVariants.fold(others).codePoints().distinct())
                .hasSize((int) others.codePoints().distinct().count());
    }
}
