package jp.kyufu.text;

/** Upper case of Latin letters, one unit for one: ß and other letters that would grow stay. */
final class Latin {

    private Latin() {}

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
}
