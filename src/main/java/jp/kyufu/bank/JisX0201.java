package jp.kyufu.bank;

/**
 * The eight-bit character set of Zengin files: ASCII without the tilde, and half-width kana. It
 * reports what it cannot write and never replaces; 0x5C is read and written as a backslash.
 */
final class JisX0201 {

    private static final int KANA_SHIFT = 0xFF61 - 0xA1;
    private static final char REPLACEMENT = '\uFFFD';

    private JisX0201() {}

    /** The byte of a character, 0x20 to 0xDF, or -1 if the set has none. */
    static int byteOf(char c) {
        if (c >= 0x20 && c <= 0x7D) {
            return c;
        }
        if (c >= 0xFF61 && c <= 0xFF9F) {
            return c - KANA_SHIFT;
        }
        return -1;
    }

    /** Whether a byte stands for a character of the set. */
    static boolean isCharacter(byte b) {
        int value = b & 0xFF;
        return value >= 0x20 && value <= 0x7D || value >= 0xA1 && value <= 0xDF;
    }

    /** The text of some bytes, for people: U+FFFD where a byte is no character of the set. */
    static String decode(byte[] bytes, int from, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            byte b = bytes[from + i];
            int value = b & 0xFF;
            text[i] =
                    isCharacter(b)
                            ? (char) (value < 0x80 ? value : value + KANA_SHIFT)
                            : REPLACEMENT;
        }
        return new String(text);
    }
}
