package jp.kyufu.upload;

/**
 * Characters that no field may have (file contract §9): those of ISO 6429, and those of Unicode
 * that turn around what a person reads.
 */
public final class ControlCharacters {

    private static final char ARABIC_MARK = '\u061C';
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';

    private ControlCharacters() {}

    static boolean is(char c) {
        return Character.isISOControl(c)
                || c == ARABIC_MARK
                || c >= LEFT_TO_RIGHT_MARK
                        && c <= '\u2069'
                        && (c <= '\u200F' || c >= '\u202A' && c <= '\u202E' || c >= '\u2066');
    }

    /** Whether a text has one. */
    public static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
