package jp.kyufu.register;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import jp.kyufu.value.Check;

/**
 * The headers and words of an extract, from {@code register.properties}.
 *
 * @param headers one for each {@link RegisterColumn}, in its order
 * @param head the relation of a 世帯主
 * @param foreigners what a nationality says
 * @param changes why somebody left, empty for who stays; the empty text is a word too
 * @param protections what a mark of protection says; the empty text is not a word: unknown is not
 *     "unprotected"
 */
record RegisterWords(
        List<String> headers,
        String head,
        Map<String, Boolean> foreigners,
        Map<String, Optional<LeftReason>> changes,
        Map<String, Boolean> protections) {

    /** The words of the file contract. */
    static final RegisterWords STANDARD = of(properties());

    private static RegisterWords of(Properties words) {
        return new RegisterWords(
                Arrays.stream(RegisterColumn.values())
                        .map(column -> word(words, "column." + column))
                        .toList(),
                word(words, "word.head"),
                Map.of(word(words, "word.citizen"), false, word(words, "word.foreigner"), true),
                Map.of(
                        "",
                        Optional.empty(),
                        word(words, "word.movedInside"),
                        Optional.empty(),
                        word(words, "word.death"),
                        Optional.of(LeftReason.DEATH),
                        word(words, "word.movedOut"),
                        Optional.of(LeftReason.MOVED_OUT),
                        word(words, "word.removed"),
                        Optional.of(LeftReason.REMOVED)),
                Map.of(
                        word(words, "word.unprotected"), false,
                        word(words, "word.protected"), true));
    }

    /** The headers without which a file is no extract, or those that it may lack. */
    List<String> headers(boolean required) {
        return Arrays.stream(RegisterColumn.values())
                .filter(column -> column.required() == required)
                .map(this::header)
                .toList();
    }

    String header(RegisterColumn column) {
        return headers.get(column.ordinal());
    }

    private static String word(Properties words, String key) {
        String word = words.getProperty(key);
        Check.that(word != null, "no %s in register.properties", key);
        return Objects.requireNonNull(word);
    }

    private static Properties properties() {
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                RegisterWords.class.getResourceAsStream("register.properties")),
                        StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
