package jp.kyufu.text;

import java.util.List;

/** Numbers written in kanji: 六十三, 千九百八十八, digit by digit as in 一九八八, 元 apart. */
final class KanjiNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String OTHER_DIGITS = "零壱弐参";
    private static final String OLD_DIGITS = "零壹貳參";
    private static final int TOO_LARGE = 100_000_000;

    /** By character, one more than the digit it is; 0: none. Every character is asked. */
    private static final byte[] DIGIT = digits();

    private KanjiNumber() {}

    static boolean isPart(char c) {
        return digit(c) >= 0 || unit(c) > 0;
    }

    /** Where the run of kanji numerals that starts at {@code from} ends. */
    static int endOf(String text, int from) {
        int end = from;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The number that {@code text} says from {@code from} to {@code to}, or -1 if it says none. */
    static int read(String text, int from, int to) {
        int total = 0;
        int current = -1; // the digits before the next unit; -1: none yet
        int lastUnit = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            int digit = digit(text.charAt(i));
            if (digit >= 0) {
                current = Math.max(current, 0) * 10 + digit;
                if (current >= TOO_LARGE) {
                    return -1;
                }
                continue;
            }
            int unit = unit(text.charAt(i));
            if (unit == 0 || unit >= lastUnit || current == 0 || current > 9) {
                return -1;
            }
            total += (current < 0 ? 1 : current) * unit;
            lastUnit = unit;
            current = -1;
        }
        if (from == to || (lastUnit != Integer.MAX_VALUE && current >= lastUnit)) {
            return -1;
        }
        return total + Math.max(current, 0);
    }

    private static int digit(char c) {
        return DIGIT[c] - 1;
    }

    private static byte[] digits() {
        byte[] digits = new byte[0x10000];
        for (String ways : List.of(DIGITS, OTHER_DIGITS, OLD_DIGITS)) {
            for (int i = 0; i < ways.length(); i++) {
                digits[ways.charAt(i)] = (byte) (i + 1);
            }
        }
        return digits;
    }

    private static int unit(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
