package jp.kyufu.program;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 振込依頼人名 as a transfer file carries it: JIS X 0201 half-width, at most 40 bytes (Zengin header,
 * columns 15 to 54). Full-width katakana, letters and digits are converted; small kana become large
 * and the long-vowel mark a hyphen, as the standard demands.
 */
final class ConsignorName {

    private static final int MAX_BYTES = 40;
    private static final char FIRST_KANA = '\uFF66';
    private static final char LAST_KANA = '\uFF9F';
    private static final char WO = '\uFF66';
    private static final char LONG_VOWEL = '\uFF70';

    /** Small kana of JIS X 0201 from U+FF67 on, and the large ones they are written as. */
    private static final String LARGE = "\uFF71\uFF72\uFF73\uFF74\uFF75\uFF94\uFF95\uFF96\uFF82";

    private static final Map<Character, Character> HALF_WIDTH = halfWidth();

    private ConsignorName() {}

    /**
     * The name in half-width, or empty if a character has no place in a transfer file or the result
     * is empty or too long.
     *
     * @param symbols what the bank allows beyond kana, letters, digits and space
     */
    static Optional<String> of(String written, String symbols) {
        String folded =
                Normalizer.normalize(
                        Normalizer.normalize(written.strip(), Normalizer.Form.NFKC)
                                .toUpperCase(Locale.ROOT),
                        Normalizer.Form.NFD);
        StringBuilder name = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = large(HALF_WIDTH.getOrDefault(folded.charAt(i), folded.charAt(i)));
            if (!allowed(c, symbols)) {
                return Optional.empty();
            }
            name.append(c);
        }
        return name.isEmpty() || name.length() > MAX_BYTES
                ? Optional.empty()
                : Optional.of(name.toString());
    }

    private static char large(char c) {
        if (c == LONG_VOWEL) {
            return '-';
        }
        boolean small = c > WO && c < LONG_VOWEL;
        return small ? LARGE.charAt(c - WO - 1) : c;
    }

    private static boolean allowed(char c, String symbols) {
        return (c > WO && c <= LAST_KANA)
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == ' '
                || symbols.indexOf(c) >= 0;
    }

    /** Unicode itself knows the full-width form of each half-width kana: read it backwards. */
    private static Map<Character, Character> halfWidth() {
        Map<Character, Character> table = new HashMap<>();
        for (char c = FIRST_KANA; c <= LAST_KANA; c++) {
            String full = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            table.put(full.charAt(0), c);
        }
        return Map.copyOf(table);
    }
}
