package jp.kyufu.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The Japanese words that the rules of this stage know, from {@code vocabulary.properties}. */
final class Vocabulary {

    private static final Properties WORDS = load();

    private Vocabulary() {}

    static String text(String key) {
        return Objects.requireNonNull(WORDS.getProperty(key), key);
    }

    static List<String> list(String key) {
        return List.of(text(key).split(","));
    }

    private static Properties load() {
        try (InputStream in =
                        Objects.requireNonNull(
                                Vocabulary.class.getResourceAsStream("vocabulary.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
