package jp.kyufu.text;

import java.util.Arrays;

/**
 * What width folding has to do with a UTF-16 unit. One table lookup per character lets the usual
 * text (ASCII, full-width kana, kanji) pass without a copy and without {@link
 * java.text.Normalizer}, which costs about a microsecond a call.
 */
final class CharKind {

    /** Stays as it is, and never combines with a neighbour that is clean too. */
    static final byte CLEAN = 0;

    /** White space of any width. */
    static final byte SPACE = 1;

    /** A dash that people write between numbers and that NFKC does not unify. */
    static final byte DASH = 2;

    /** Full-width form of an ASCII character. */
    static final byte FULL_ASCII = 3;

    /** Half-width kana, its punctuation and its voiced marks. */
    static final byte HALF_KANA = 4;

    /** Anything else: only the normaliser knows. */
    static final byte OTHER = 5;

    private static final byte[] KINDS = kinds();

    private CharKind() {}

    static byte of(char c) {
        return KINDS[c];
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Any hyphen, dash or prolonged mark of a width-folded text that may stand for "-". */
    static boolean isHyphen(char c) {
        return c == '-' || KINDS[c] == DASH;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x10000];
        Arrays.fill(kinds, OTHER);
        Arrays.fill(kinds, 0x0000, 0x0080, CLEAN);
        Arrays.fill(kinds, 0x3001, 0x3021, CLEAN); // 、。々〆〇 and brackets
        Arrays.fill(kinds, 0x3041, 0x3097, CLEAN); // hiragana
        Arrays.fill(kinds, 0x309d, 0x309f, CLEAN);
        Arrays.fill(kinds, 0x30a0, 0x30ff, CLEAN); // katakana
        Arrays.fill(kinds, 0x3400, 0x4dc0, CLEAN); // kanji, extension A
        Arrays.fill(kinds, 0x4e00, 0xa000, CLEAN); // kanji
        Arrays.fill(kinds, 0xff01, 0xff5f, FULL_ASCII);
        Arrays.fill(kinds, 0xff61, 0xffa0, HALF_KANA);
        for (char kanji : "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩".toCharArray()) {
            kinds[kanji] = CLEAN; // among compatibility forms, but characters of their own
        }
        for (char dash : "\u2010\u2012\u2013\u2014\u2015\u2212\u2500\u30fc".toCharArray()) {
            kinds[dash] = DASH;
        }
        for (int c = 0; c < kinds.length; c++) {
            if (Character.isWhitespace((char) c) || Character.isSpaceChar((char) c)) {
                kinds[c] = SPACE;
            }
        }
        return kinds;
    }
}
