package jp.kyufu.text;

import java.time.LocalDate;
import java.util.Arrays;

/** One slip of the pen or the keyboard between what was meant and what was written. */
public final class Slip {

    private static final int[] BETWEEN_ERAS = Era.yearsBetween();

    private Slip() {}

    /**
     * Whether two strings are equal or one insertion, deletion, substitution or transposition of
     * neighbours apart, counted in code points. Symmetric; allocates nothing.
     */
    public static boolean distanceAtMostOne(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return false;
        }
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        if (cutsPair(a, start) || cutsPair(b, start)) {
            start--;
        }
        int aEnd = a.length();
        int bEnd = b.length();
        while (aEnd > start && bEnd > start && a.charAt(aEnd - 1) == b.charAt(bEnd - 1)) {
            aEnd--;
            bEnd--;
        }
        if (cutsPair(a, aEnd) || cutsPair(b, bEnd)) {
            aEnd++;
            bEnd++;
        }
        return isOneEdit(a, b, start, aEnd, bEnd);
    }

    /** Whether two dates, written as yyyyMMdd, differ in exactly one digit. */
    public static boolean oneDigit(LocalDate a, LocalDate b) {
        int x = written(a);
        int y = written(b);
        int differing = 0;
        while (x != y) {
            if (x % 10 != y % 10) {
                differing++;
            }
            x /= 10;
            y /= 10;
        }
        return differing == 1;
    }

    /** Whether two dates are the same day of the same year number in two eras: 昭和3年, 平成3年. */
    public static boolean otherEra(LocalDate a, LocalDate b) {
        int years = Math.abs(a.getYear() - b.getYear());
        return a.getMonthValue() == b.getMonthValue()
                && a.getDayOfMonth() == b.getDayOfMonth()
                && Arrays.stream(BETWEEN_ERAS).anyMatch(between -> between == years);
    }

    /** By how many years a date moves when its year number is read in another era. */
    public static int[] betweenEras() {
        return BETWEEN_ERAS.clone();
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean isOneEdit(String a, String b, int start, int aEnd, int bEnd) {
        int inA = a.codePointCount(start, aEnd);
        int inB = b.codePointCount(start, bEnd);
        if (inA <= 1 && inB <= 1) {
            return true;
        }
        return inA == 2
                && inB == 2
                && a.codePointAt(start) == b.codePointBefore(bEnd)
                && a.codePointBefore(aEnd) == b.codePointAt(start);
    }

    private static int written(LocalDate date) {
        return (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
    }
}
