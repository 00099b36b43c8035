package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on safety names tests that are there. */
class SafetyPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#([^`]+)`");

    @Test
    void everyTestThatIsNamedIsThere() {
        Map<String, String> tests =
                Sources.files(Path.of("src", "test", "java"), ".java").stream()
                        .collect(
                                Collectors.toMap(
                                        file -> file.getFileName().toString().replace(".java", ""),
                                        Sources::text,
                                        (one, other) -> one + other));
        List<MatchResult> named =
                NAMED.matcher(Sources.text(Path.of("docs", "safety.md"))).results().toList();
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named)
                .filteredOn(test ->
                        !tests.getOrDefault(test.group(1), "")
                                .contains(" void " + test.group(2) + "("))
                .extracting(MatchResult::group)
                .isEmpty();
    }
}
