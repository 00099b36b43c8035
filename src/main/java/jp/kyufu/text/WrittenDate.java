package jp.kyufu.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one width-folded date from left to right: [era] year, month, day and the marks between. */
final class WrittenDate {

    private static final Optional<DateReading.Read> NONE = Optional.empty();

    private final String text;
    private int at;

    /** How many ASCII digits the number read last had; 0 if it was written in kanji. */
    private int digits;

    WrittenDate(String folded) {
        this.text = folded;
    }

    /** The date, or nothing if the text is not exactly one date. */
    Optional<DateReading.Read> read() {
        Era era = era();
        int year = era != null && accept('元') ? 1 : number();
        if (at == text.length()) {
            boolean compact = digits == (era == null ? 8 : 6);
            return compact ? dated(era, year / 10_000, year / 100 % 100, year % 100) : NONE;
        }
        boolean isYear = era == null ? digits == 4 || digits == 0 : digits <= 3;
        char mark = mark();
        int month = monthOrDay();
        char secondMark = mark();
        int day = monthOrDay();
        boolean marked =
                mark == '年'
                        ? secondMark == '月' && accept('日')
                        : isSeparator(mark) && secondMark == mark;
        return isYear && marked && at == text.length() ? dated(era, year, month, day) : NONE;
    }

    private static Optional<DateReading.Read> dated(
            @Nullable Era era, int year, int month, int day) {
        if (year < 1) {
            return NONE;
        }
        return Dates.date(era == null ? year : era.western(year), month, day)
                .filter(date -> era == null || era.hasBegunBy(date))
                .map(date -> new DateReading.Read(date, era != null && era.hasEndedBy(date)));
    }

    private @Nullable Era era() {
        Era era = Era.startingWith(text.charAt(0));
        if (era != null) {
            at += era.lengthAt(text, 0);
            accept('.');
        }
        return era;
    }

    /** A number in digits or in kanji, or -1. */
    private int number() {
        skipSpaces();
        int start = at;
        int number = 0;
        while (at < text.length() && CharKind.isDigit(text.charAt(at)) && at - start < 9) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        digits = at - start;
        if (digits > 0) {
            return number;
        }
        at = KanjiNumber.endOf(text, start);
        return KanjiNumber.read(text, start, at);
    }

    private int monthOrDay() {
        int number = number();
        return digits <= 2 ? number : -1;
    }

    private char mark() {
        skipSpaces();
        return at < text.length() ? text.charAt(at++) : 0;
    }

    private static boolean isSeparator(char mark) {
        return mark == '-' || mark == '/' || mark == '.' || mark == '・';
    }

    private boolean accept(char expected) {
        skipSpaces();
        boolean found = at < text.length() && text.charAt(at) == expected;
        if (found) {
            at++;
        }
        return found;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
