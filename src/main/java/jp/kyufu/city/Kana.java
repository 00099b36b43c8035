package jp.kyufu.city;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** The widths and scripts in which people write the same kana, letters and digits. */
final class Kana {

    private static final char WIDE_SPACE = '\u3000';
    private static final int WIDE_SHIFT = 0xFEE0;
    private static final int HIRAGANA_SHIFT = 0x60;
    private static final char VU = '\u30F4';

    /** Full-width katakana to half-width; Unicode knows only the other direction. */
    private static final Map<Character, String> HALF = half();

    private Kana() {}

    /** Katakana, spaces, letters and digits in half-width. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String half = HALF.get(c);
            if (half != null) {
                narrow.append(half);
            } else if (c == WIDE_SPACE) {
                narrow.append(' ');
            } else {
                narrow.append(c);
            }
        }
        return narrow.toString();
    }

    /** ASCII in full-width. */
    static String wide(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c > ' ' && c <= '~' ? (char) (c + WIDE_SHIFT) : c == ' ' ? WIDE_SPACE : c);
        }
        return wide.toString();
    }

    /** Katakana in hiragana. */
    static String hiragana(String text) {
        StringBuilder hiragana = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hiragana.append(c >= '\u30A1' && c < VU ? (char) (c - HIRAGANA_SHIFT) : c);
        }
        return hiragana.toString();
    }

    /**
     * The same kana with one voiced mark more or fewer, the usual slip of a hand: the place is the
     * first where that is possible and no usual folding undoes it.
     */
    static String slip(String kana) {
        for (int i = 0; i < kana.length(); i++) {
            char c = kana.charAt(i);
            // ka..to except chi and tsu, whose voiced forms are folded into ji and zu
            boolean row = c >= '\u30AB' && c <= '\u30C9' && !(c >= '\u30C1' && c <= '\u30C5');
            if (row) {
                boolean plainIsOdd = c < '\u30C1';
                boolean plain = plainIsOdd == (c % 2 == 1);
                return kana.substring(0, i)
                        + (char) (plain ? c + 1 : c - 1)
                        + kana.substring(i + 1);
            }
        }
        // Nothing to voice: repeat the first kana, as a stuck key does.
        return kana.charAt(0) + kana;
    }

    private static Map<Character, String> half() {
        Map<Character, String> table = new HashMap<>();
        for (char c = '\uFF66'; c <= '\uFF9D'; c++) {
            for (String mark : new String[] {"", "\uFF9E", "\uFF9F"}) {
                String full = Normalizer.normalize(c + mark, Normalizer.Form.NFKC);
                if (full.length() == 1) {
                    table.put(full.charAt(0), c + mark);
                }
            }
        }
        return table;
    }
}
