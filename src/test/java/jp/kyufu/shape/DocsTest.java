package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages about the code name what is there. */
class DocsTest {

    /** A name in code type that looks like a class, perhaps with a method. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)(\\.\\w+)?`");

    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(#[^)]*)?\\)");

    private static final List<Path> PAGES = Sources.files(Path.of("docs"), ".md");

    @Test
    void everyClassThatIsNamedExists() {
        Set<String> classes =
                Sources.files(Path.of("src"), ".java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path page : PAGES) {
            CLASS.matcher(Sources.text(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !classes.contains(name))
                    .forEach(name -> missing.add(page + " " + name));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Set<String> broken = new TreeSet<>();
        for (Path page : PAGES) {
            LINK.matcher(Sources.text(page))
                    .results()
                    .map(found -> page.resolveSibling(found.group(1)))
                    .filter(target -> !Files.exists(target))
                    .forEach(target -> broken.add(page + " " + target));
        }
        assertThat(broken).isEmpty();
    }
}
