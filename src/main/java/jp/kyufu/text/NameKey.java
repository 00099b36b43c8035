package jp.kyufu.text;

/**
 * Keys of a personal name. "Equal as written" outranks "equal after folding": folding merges names
 * that different people bear (島田, 嶋田).
 */
public final class NameKey {

    private NameKey() {}

    /**
     * The name width-folded, without spaces and variation selectors, Latin letters in upper case;
     * kanji as they were written. Idempotent.
     */
    public static String written(String name) {
        String folded = Width.fold(name);
        if (isWritten(folded)) {
            return folded;
        }
        char[] out = new char[folded.length()];
        int length = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c != ' ') {
                out[length++] = Latin.upper(c);
            }
        }
        // Characters that a space kept apart are neighbours now and may compose.
        return Width.fold(new String(out, 0, length));
    }

    /**
     * {@link #written} with kanji variants folded ({@link KanjiVariants#fold}), a Latin name
     * without accents and marks. Idempotent.
     */
    public static String folded(String name) {
        return fold(written(name));
    }

    /** The same of a name that is written already, with the spaces between its parts or without. */
    public static String fold(String written) {
        return Latin.fold(KanjiVariants.fold(written));
    }

    private static boolean isWritten(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ' || Latin.upper(c) != c) {
                return false;
            }
        }
        return true;
    }
}
