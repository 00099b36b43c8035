package jp.kyufu.matching;

import java.nio.charset.StandardCharsets;
import jp.kyufu.value.Check;

/**
 * A number of 1 to 15 digits in a long, leading zeros kept: its value times 16 plus its length. So
 * {@code 00123} is not {@code 123}, and equal longs are equal numbers as written.
 */
public final class PackedNumber {

    private static final long TEN_DIGITS = 10_000_000_000L;
    private static final int LONGEST = 15;

    private PackedNumber() {}

    /** The number that the first {@code length} ASCII digits write. */
    public static long of(byte[] ascii, int length) {
        return of(value(ascii, length), length);
    }

    /** The number that {@code digits} writes. */
    public static long of(String digits) {
        return of(Long.parseLong(digits), digits.length());
    }

    /** The number of this value, written with so many digits. */
    static long of(long value, int length) {
        Check.that(length >= 1 && length <= LONGEST, "a number of %s digits", length);
        return value * 16 + length;
    }

    /** The number as it was written. */
    public static String text(long packed) {
        byte[] digits = new byte[(int) (packed & 15)];
        long value = packed >>> 4;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** What a notice prints of it: zero-padded to ten digits, or the last ten (contract §9). */
    public static long printed(long packed) {
        return (packed >>> 4) % TEN_DIGITS;
    }

    /** The value of ASCII digits. */
    static long value(byte[] ascii, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value * 10 + (ascii[i] - '0');
        }
        return value;
    }
}
