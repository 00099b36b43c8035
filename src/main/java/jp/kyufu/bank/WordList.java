package jp.kyufu.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.kyufu.value.Check;

/** Words of this package's resource files: what people and files call a thing. */
final class WordList {

    private WordList() {}

    /** The entries of a properties file in UTF-8. */
    static Map<String, String> of(String file) {
        try (InputStream in = WordList.class.getResourceAsStream(file)) {
            Check.that(in != null, "no %s", file);
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, words::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
