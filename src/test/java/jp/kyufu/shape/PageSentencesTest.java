package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No sentence that a page may say sends its reader to a command line. */
class PageSentencesTest {

    /**
     * Said at a terminal alone: commands, practice and measuring, keys, the installation itself.
     */
    private static final Set<String> AT_A_TERMINAL =
            Set.of("cli", "bench", "chaos", "city", "vault", "openpgp", "database", "kanji");

    private static final Pattern COMMAND =
            Pattern.compile("kyufu\\.([a-z-]+)(?:\\.([a-z-]+))?\\.usage\\.description");

    private static final Pattern OPTION = Pattern.compile("\"(--[a-z][a-z-]*)\"");

    private static final String WORD_BEGINS = "(?<![\\w.-])";
    private static final String WORD_ENDS = "(?![\\w.-])";

    @Test
    void aSentenceOfAPageNamesNoCommand() {
        List<String> commands = new ArrayList<>();
        for (boolean japanese : new boolean[] {true, false}) {
            Pattern command = command(japanese);
            String name = japanese ? "messages.properties" : "messages_en.properties";
            for (Path file : Sources.files(Sources.RESOURCES, name)) {
                if (!AT_A_TERMINAL.contains(Sources.module(file))) {
                    Properties sentences = load(file);
                    sentences.stringPropertyNames().stream()
                            .filter(key -> !sentences.containsKey(key + ".page"))
                            .filter(key -> command.matcher(sentences.getProperty(key)).find())
                            .map(key -> Sources.module(file) + "." + key)
                            .forEach(commands::add);
                }
            }
        }
        assertThat(commands).isEmpty();
    }

    @Test
    void aSentenceIsSaidOtherwiseOnPagesOnlyWhereItNamesACommand() {
        List<String> needless = new ArrayList<>();
        for (Path file : Sources.files(Sources.RESOURCES, "messages.properties")) {
            Properties sentences = load(file);
            sentences.stringPropertyNames().stream()
                    .filter(key -> sentences.containsKey(key + ".page"))
                    .filter(key -> !command(true).matcher(sentences.getProperty(key)).find())
                    .map(key -> Sources.module(file) + "." + key)
                    .forEach(needless::add);
        }
        assertThat(needless).isEmpty();
    }

    /**
     * A command or an option. A first word alone is one in Japanese only: in English it may be any
     * verb, and there the command is named in quotes or after "run".
     */
    private static Pattern command(boolean japanese) {
        Set<String> firsts = new TreeSet<>();
        Set<String> both = new TreeSet<>();
        Path words = Sources.RESOURCES.resolve("cli/messages.properties");
        COMMAND.matcher(Sources.text(words))
                .results()
                .forEach(found -> {
                    firsts.add(found.group(1));
                    if (found.group(2) != null) {
                        both.add(found.group(1) + " " + found.group(2));
                    }
                });
        Set<String> options =
                Sources.files(Sources.JAVA.resolve("cli"), ".java").stream()
                        .flatMap(file -> OPTION.matcher(Sources.text(file)).results())
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firsts).contains("assess");
        assertThat(both).contains("files withdraw");
        String first = "(" + String.join("|", firsts) + ")";
        String alone = japanese ? WORD_BEGINS + first : "([Rr]un |\")" + first;
        return Pattern.compile(
                alone
                        + WORD_ENDS
                        + "|"
                        + WORD_BEGINS
                        + "(kyufu|DECLINE:|"
                        + String.join("|", both)
                        + "|"
                        + String.join("|", options)
                        + ")"
                        + "(?![\\w.])");
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
