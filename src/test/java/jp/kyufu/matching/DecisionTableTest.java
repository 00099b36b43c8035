package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.NumberLevel;
import jp.kyufu.matching.Model.Seen;
import org.junit.jupiter.api.Test;

/** The table of agreement patterns in docs/matching.md is that of the model that is shipped. */
class DecisionTableTest {

    private static final Path PAGE = Path.of("docs/matching.md");
    private static final String BEGIN = "<!-- patterns -->\n";
    private static final String END = "<!-- end of patterns -->";
    private static final int RESIDENTS = 560_000;

    /** As many as a person can read. */
    private static final int ROWS = 100;

    @Test
    void theTableIsWhatTheModelSays() throws Exception {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        assertThat(page.substring(from, page.indexOf(END))).isEqualTo(table(Model.builtIn()));
    }

    private static String table(Model model) {
        List<String> rows = new ArrayList<>();
        rows.add("| NAME | KANA | BIRTH | ADDRESS | of 10,000 | weight | then |");
        rows.add("|---|---|---|---|---:|---:|---|");
        Map<Pattern, Long> seen = new LinkedHashMap<>();
        for (Seen one : model.patterns()) {
            seen.merge(
                    one.pattern().with(Fact.NUMBER, NumberLevel.MISSING), one.count(), Long::sum);
        }
        long all = seen.values().stream().mapToLong(Long::longValue).sum();
        seen.entrySet().stream()
                .sorted(Map.Entry.<Pattern, Long>comparingByValue().reversed())
                .limit(ROWS)
                .forEach(one -> rows.add(row(model, one.getKey(), one.getValue(), all)));
        return String.join("\n", rows) + "\n";
    }

    private static String row(Model model, Pattern pattern, long count, long all) {
        double weight = -Model.log2(RESIDENTS);
        for (Fact fact : Fact.values()) {
            weight += model.bits(fact, pattern.level(fact));
        }
        String outcome =
                weight < model.thresholds().review()
                        ? "nobody"
                        : weight >= model.thresholds().accept()
                                        && Scoring.isConfirmed(pattern)
                                        && pattern.address() != AddressLevel.ELSEWHERE
                                ? "matched"
                                : "a person";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.1f | %+.1f | %s |",
                word(pattern, Fact.NAME),
                word(pattern, Fact.KANA),
                word(pattern, Fact.BIRTH),
                word(pattern, Fact.ADDRESS),
                10_000.0 * count / all,
                weight,
                outcome);
    }

    private static String word(Pattern pattern, Fact fact) {
        return fact.isMissing(pattern.level(fact)) ? "–" : pattern.levelOf(fact).name();
    }
}
