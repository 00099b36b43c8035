package jp.kyufu.text;

import java.text.Normalizer;

/** Kana and the voiced marks written after them: カ + ゙ → ガ, ハ + ゚ → パ. */
final class VoicedMarks {

    /** Combining 濁点 and 半濁点. */
    static final char VOICED = '\u3099';

    static final char SEMI_VOICED = '\u309a';

    private static final int FIRST = 0x3041;
    private static final int LAST = 0x30ff;
    private static final char[] WITH_VOICED = compositions(VOICED);
    private static final char[] WITH_SEMI_VOICED = compositions(SEMI_VOICED);

    private VoicedMarks() {}

    static boolean isMark(char c) {
        return c == VOICED || c == SEMI_VOICED;
    }

    /** The kana that {@code kana} and {@code mark} make together, or 0 if there is none. */
    static char compose(char kana, char mark) {
        if (kana < FIRST || kana > LAST) {
            return 0;
        }
        return (mark == VOICED ? WITH_VOICED : WITH_SEMI_VOICED)[kana - FIRST];
    }

    private static char[] compositions(char mark) {
        char[] composed = new char[LAST - FIRST + 1];
        for (int c = FIRST; c <= LAST; c++) {
            String both = Normalizer.normalize("" + (char) c + mark, Normalizer.Form.NFC);
            composed[c - FIRST] = both.length() == 1 ? both.charAt(0) : 0;
        }
        return composed;
    }
}
