package jp.kyufu.text;

/** Kana readings of names: one script for display, one key for comparison. */
public final class Kana {

    private static final char FIRST = '\u3041';
    private static final char LAST = '\u30fe';

    /** Each kana as it stands in a key; 0 where the key drops it. */
    private static final char[] KEY = keyTable();

    private Kana() {}

    /** The text width-folded ({@link Width#fold}) with hiragana turned into katakana. */
    public static String katakana(String text) {
        String folded = Width.fold(text);
        for (int i = 0; i < folded.length(); i++) {
            if (isHiragana(folded.charAt(i))) {
                char[] out = folded.toCharArray();
                for (int k = i; k < out.length; k++) {
                    out[k] = katakana(out[k]);
                }
                return Width.fold(new String(out));
            }
        }
        return folded;
    }

    /**
     * The key under which two readings of one name are equal: katakana of full width, small kana as
     * large, no prolonged marks, hyphens, spaces and middle dots, voiced marks composed, ヂ→ジ ヅ→ズ
     * ヲ→オ, ヰ→イ ヱ→エ (as banks write them), Latin letters in upper case. Everything else stays.
     * Idempotent.
     */
    public static String key(String text) {
        String folded = Width.fold(text);
        if (isKey(folded)) {
            return folded;
        }
        char[] out = new char[folded.length()];
        int length = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (VoicedMarks.isMark(c)) {
                char composed = length == 0 ? 0 : VoicedMarks.compose(out[length - 1], c);
                if (composed != 0) {
                    out[length - 1] = keyOf(composed);
                }
                continue;
            }
            char key = keyOf(c);
            if (key != 0) {
                out[length++] = key;
            }
        }
        // What closed up may have composed into a letter that has a key of its own.
        String closed = Width.fold(new String(out, 0, length));
        return isKey(closed) ? closed : key(closed);
    }

    private static boolean isKey(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (VoicedMarks.isMark(c) || keyOf(c) != c) {
                return false;
            }
        }
        return true;
    }

    /** A character of a width-folded text as it stands in a key; 0 where the key drops it. */
    static char keyOf(char c) {
        if (c >= FIRST && c <= LAST) {
            return KEY[c - FIRST];
        }
        if (c == ' ' || isMiddleDot(c) || CharKind.isHyphen(c)) {
            return 0;
        }
        return Latin.upper(c);
    }

    private static boolean isMiddleDot(char c) {
        return c == '\u00b7' || c == '\u2022' || c == '\u2027';
    }

    private static boolean isHiragana(char c) {
        return (c >= '\u3041' && c <= '\u3096') || c == '\u309d' || c == '\u309e';
    }

    private static char katakana(char c) {
        return isHiragana(c) ? (char) (c + 0x60) : c;
    }

    private static char[] keyTable() {
        String from = "ァィゥェォッャュョヮヵヶヂヅヲヰヱ";
        String to = "アイウエオツヤユヨワカケジズオイエ";
        char[] table = new char[LAST - FIRST + 1];
        for (char c = FIRST; c <= LAST; c++) {
            char kana = katakana(c);
            int special = from.indexOf(kana);
            table[c - FIRST] = special >= 0 ? to.charAt(special) : kana;
        }
        table['ー' - FIRST] = 0;
        table['・' - FIRST] = 0;
        table['\u30a0' - FIRST] = 0; // the kana double hyphen
        return table;
    }
}
