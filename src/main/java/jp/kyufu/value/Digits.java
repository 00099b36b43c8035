package jp.kyufu.value;

/** Questions about strings of ASCII digits. */
public final class Digits {

    private Digits() {}

    /**
     * Whether {@code text} consists of {@code min} to {@code max} ASCII digits and nothing else.
     */
    public static boolean isDigits(String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
