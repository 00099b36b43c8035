package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.kyufu.shape.JavaText.Literal;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;

/** Every sentence a person sees stands in both languages, and every sentence there is said. */
class MessagesTest {

    private static final String JAPANESE = "messages.properties";
    private static final String ENGLISH = "messages_en.properties";

    private static final Set<String> KEYS = keys(JAPANESE);

    private static final List<Path> PAGES =
            Sources.files(Sources.RESOURCES.resolve("web"), ".html");

    /** {@code #{web.home.title(...)}} and {@code #{${'web.state.' + ...}}}. */
    private static final Pattern PAGE_WORDS =
            Pattern.compile("#\\{(?:\\$\\{')?([a-z]\\w*\\.[\\w.-]+)|words\\.of\\('([\\w.-]+)'");

    /** What stands before a key, as code with its literals blanked. */
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "(new (File)?Refusal\\(\\s*([\\w.()]+,\\s*)?"
                            + "|[wW]ords(\\([\\w.()]*\\))?\\.of\\()\\s*$");

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*$");

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(keys(ENGLISH)).isEqualTo(KEYS).isNotEmpty();
    }

    @Test
    void noSentenceStandsTwice() {
        for (String name : List.of(JAPANESE, ENGLISH)) {
            for (Path file : Sources.files(Sources.RESOURCES, name)) {
                assertThat(
                                Sources.text(file)
                                        .lines()
                                        .filter(line -> line.matches("[\\w.-]+=.*"))
                                        .map(line -> line.substring(0, line.indexOf('='))))
                        .as(file.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (Path file : Sources.files(Sources.RESOURCES, JAPANESE)) {
            Properties japanese = load(file);
            Properties english = load(file.resolveSibling(ENGLISH));
            for (String key : japanese.stringPropertyNames()) {
                assertThat(arguments(english.getProperty(key, "")))
                        .as(Sources.module(file) + "." + key)
                        .isEqualTo(arguments(japanese.getProperty(key)));
            }
        }
    }

    @Test
    void whatIsSaidHasWords() {
        List<String> missing = new ArrayList<>();
        Sources.MAIN.forEach((file, text) -> {
            for (Literal literal : text.literals()) {
                String before =
                        text.code().substring(Math.max(0, literal.start() - 200), literal.start());
                String key = literal.value();
                if (SAID.matcher(before).find()) {
                    key = Sources.module(file) + "." + key;
                } else if (!SPOKEN.matcher(before).find()) {
                    continue;
                }
                if (!isKnown(key)) {
                    missing.add(file + ":" + literal.line() + " " + key);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void whatAPageSaysHasWords() {
        for (Path page : PAGES) {
            assertThat(wordsOf(page)).as(page.toString()).allMatch(MessagesTest::isKnown);
        }
    }

    /** Words belong into messages: a page says in its own text only what is replaced. */
    @Test
    void aPageHasNoTextOfItsOwn() {
        Pattern text =
                Pattern.compile(">([^<>]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^<>]*)<");
        for (Path page : PAGES) {
            List<String> loose = new ArrayList<>();
            String content = Sources.text(page).replaceAll("(?s)<!--.*?-->", "");
            var found = text.matcher(content);
            while (found.find()) {
                String tag =
                        content.substring(content.lastIndexOf('<', found.start()), found.start());
                if (!tag.contains("th:text=") && !tag.contains("aria-hidden")) {
                    loose.add(found.group(1).strip());
                }
            }
            assertThat(loose).as(page.toString()).isEmpty();
        }
    }

    @Test
    void whatHasWordsIsSaid() {
        Set<String> unused = new TreeSet<>(KEYS);
        Sources.MAIN.forEach((file, text) -> {
            String module = Sources.module(file) + ".";
            for (Literal literal : text.literals()) {
                String value = literal.value();
                unused.remove(value);
                unused.remove(module + value);
                if (value.endsWith(".")) {
                    unused.removeIf(key -> key.startsWith(value) || key.startsWith(module + value));
                }
            }
        });
        for (Path page : PAGES) {
            unused.removeAll(wordsOf(page));
            wordsOf(page).stream()
                    .filter(key -> key.endsWith("."))
                    .forEach(start -> unused.removeIf(key -> key.startsWith(start)));
        }
        // A page says this in place of the sentence that stands beside it.
        unused.removeIf(
                key -> key.endsWith(".page") && KEYS.contains(key.substring(0, key.length() - 5)));
        // The command line's own library looks these up by the name of the command.
        unused.removeIf(key -> key.matches("cli\\.(help|version|(.+\\.)?usage\\..+|kyufu\\..+)"));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyReasonCodeHasWordsInBothLanguages() {
        for (ReasonCode code : ReasonCode.values()) {
            String japanese = new Words(Locale.JAPANESE).of(code);
            String english = new Words(Locale.ENGLISH).of(code);
            assertThat(japanese).as(code.name()).isNotBlank().isNotEqualTo(english);
            assertThat(english).as(code.name()).isNotBlank();
        }
    }

    private static Set<String> wordsOf(Path page) {
        Set<String> words = new TreeSet<>();
        var found = PAGE_WORDS.matcher(Sources.text(page));
        while (found.find()) {
            words.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return words;
    }

    /** A key, or the beginning of one whose rest is a state or code. */
    private static boolean isKnown(String key) {
        return KEYS.contains(key)
                || key.endsWith(".") && KEYS.stream().anyMatch(known -> known.startsWith(key));
    }

    private static List<Integer> arguments(String pattern) {
        Object[] marks = new Object[10];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = "\u0001" + i;
        }
        int used = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
        String simple = pattern.replaceAll("\\{(\\d)[^{}]*}", "{$1}");
        String said = MessageFormat.format(simple, Arrays.copyOf(marks, used));
        return java.util.stream.IntStream.range(0, used)
                .filter(i -> said.contains("\u0001" + i))
                .boxed()
                .toList();
    }

    private static Set<String> keys(String name) {
        Set<String> keys = new TreeSet<>();
        for (Path file : Sources.files(Sources.RESOURCES, name)) {
            load(file)
                    .stringPropertyNames()
                    .forEach(key -> keys.add(Sources.module(file) + "." + key));
        }
        return keys;
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
