package jp.kyufu.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import jp.kyufu.value.Check;

/** The Japanese words of the generated files, from {@code lexicon.properties}. */
final class Lexicon {

    private static final Properties WORDS = load("lexicon.properties");
    private static final Properties SHARES = load("hard-city.properties");

    private Lexicon() {}

    /** The words under a key; a key that is missing is a programmer's error. */
    static String of(String key) {
        String words = WORDS.getProperty(key);
        Check.that(words != null, "no words for %s", key);
        return words == null ? "" : words;
    }

    /** The words of a key that holds several, parted by commas. */
    static List<String> list(String key) {
        return List.of(of(key).split(",", -1));
    }

    /** A resource file of this package as a stream; missing is a programmer's error. */
    static InputStream open(String name) {
        InputStream stream = Lexicon.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return stream;
    }

    /**
     * The share of a class of difficulty in a hard city, as {@code hard-city.properties} has it.
     */
    static String share(String kind) {
        String share = SHARES.getProperty(kind);
        Check.that(share != null, "no share for %s", kind);
        return share == null ? "" : share;
    }

    /** The lines of a resource file that are neither empty nor a comment. */
    static List<String> lines(String name) {
        try (var reader =
                new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String name) {
        Properties words = new Properties();
        try (var reader = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
