package jp.kyufu.kanji;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Member names and words of the official files, from {@code map.properties}. */
final class MapNames {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(
                    "jp.kyufu.kanji.map", Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private MapNames() {}

    static String get(String key) {
        return WORDS.getString(key);
    }
}
