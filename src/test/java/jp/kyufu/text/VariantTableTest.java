package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
