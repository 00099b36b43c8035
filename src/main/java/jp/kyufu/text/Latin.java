package jp.kyufu.text;

import java.text.Normalizer;
import java.util.Map;

/** Latin letters in names: upper case, and what people leave out when they write a name. */
final class Latin {

    /** Letters that are no letter with a mark; passports write them so (ICAO 9303, part 3). */
    private static final Map<Character, String> PLAIN =
            Map.ofEntries(
                    Map.entry('Æ', "AE"),
                    Map.entry('Œ', "OE"),
                    Map.entry('Ø', "O"),
                    Map.entry('Đ', "D"),
                    Map.entry('Ð', "D"),
                    Map.entry('Ł', "L"),
                    Map.entry('Þ', "TH"),
                    Map.entry('Ħ', "H"),
                    Map.entry('Ŧ', "T"),
                    Map.entry('ß', "SS"),
                    Map.entry('ẞ', "SS"),
                    Map.entry('ı', "I"));

    /** What stands in a Latin name between letters, besides hyphens. */
    private static final String MARKS = "'.,\u2018\u2019\u02bc\u00b4`";

    private Latin() {}

    /** Upper case, one unit for one: ß and other letters that would grow stay. */
    static char upper(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        if (c >= 0x250) {
            return c;
        }
        char upper = Character.toUpperCase(c);
        // A dotless i has no way back and would compose with a dot that follows it.
        return Character.toLowerCase(upper) == c ? upper : c;
    }

    /**
     * A name in Latin letters alone, in plain capitals: without accents, hyphens, apostrophes,
     * points and commas; spaces stay. A name with any other letter comes back as it is. Idempotent.
     */
    static String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && !(c >= 'A' && c <= 'Z')) {
                return isLatin(name) ? plain(name) : name;
            }
        }
        return name;
    }

    private static boolean isLatin(String name) {
        boolean letters = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
            boolean accent = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!latin && !accent && c != ' ' && !isMark(c)) {
                return false;
            }
            letters |= latin;
        }
        return letters;
    }

    private static boolean isMark(char c) {
        return CharKind.isHyphen(c) || MARKS.indexOf(c) >= 0;
    }

    private static String plain(String name) {
        String parts = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (isMark(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            char upper = Character.toUpperCase(c);
            plain.append(PLAIN.getOrDefault(c, PLAIN.getOrDefault(upper, String.valueOf(upper))));
        }
        return plain.toString();
    }
}
