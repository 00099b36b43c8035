package jp.kyufu.kanji;

import java.util.regex.Pattern;

/** A kanji written as {@code U+9AD8}. */
final class Ucs {

    private static final Pattern WRITTEN = Pattern.compile("[Uu]\\+[0-9A-Fa-f]{4,6}");

    private Ucs() {}

    /** The code point, or -1 if the text names no kanji. */
    static int read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return -1;
        }
        int codePoint = Integer.parseInt(text.substring(2), 16);
        return Character.isValidCodePoint(codePoint) && Character.isIdeographic(codePoint)
                ? codePoint
                : -1;
    }
}
