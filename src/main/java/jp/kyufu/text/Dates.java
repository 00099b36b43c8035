package jp.kyufu.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Dates as people, forms and registers write them (file-formats, introduction and §9). */
public final class Dates {

    private static final String UNKNOWN = "不詳";
    private static final DateReading NOBODY_KNOWS = new DateReading.Unknown();
    private static final DateReading NOTHING = new DateReading.Empty();

    /**
     * When something was received.
     *
     * @param eraOverrun the day was written past the end of its era
     */
    public record Received(LocalDateTime at, boolean eraOverrun) {}

    private Dates() {}

    /**
     * Reads one date: {@code 2026-04-01}, {@code 2026/4/1}, {@code 20260401}, {@code 令和8年4月1日},
     * {@code R8.4.1}, {@code S63/1/9}, {@code 昭和六十三年一月九日}, in any width, with eras since Meiji as
     * letter, word or first kanji, 元 being 1.
     *
     * <p>A date past the end of its era is read and flagged. One before its era began, an
     * impossible day, a two-digit year without era and a month without day are unreadable: a date
     * is never guessed.
     */
    public static DateReading read(String text) {
        int plain = isoDate(text);
        if (plain > 0) {
            Optional<LocalDate> date = date(plain / 10_000, plain / 100 % 100, plain % 100);
            return date.isPresent()
                    ? new DateReading.Read(date.get(), false)
                    : new DateReading.Unreadable(text);
        }
        String folded = Width.fold(text);
        if (folded.isEmpty()) {
            return NOTHING;
        }
        if (folded.endsWith(UNKNOWN)) {
            return NOBODY_KNOWS;
        }
        Optional<DateReading.Read> read = new WrittenDate(folded).read();
        return read.isPresent() ? read.get() : new DateReading.Unreadable(text);
    }

    /**
     * Reads when something was received: any date of {@link #read}, alone (then 00:00) or followed
     * by a space or {@code T} and {@code HH:mm} or {@code HH:mm:ss}. Empty if it is neither.
     */
    public static Optional<Received> readReceived(String text) {
        String folded = Width.fold(text);
        int colon = folded.indexOf(':');
        if (colon < 0) {
            return received(folded, LocalTime.MIDNIGHT);
        }
        int split = Math.max(folded.lastIndexOf(' ', colon), folded.lastIndexOf('T', colon));
        if (split < 0) {
            return Optional.empty();
        }
        return time(folded, split + 1).flatMap(time -> received(folded.substring(0, split), time));
    }

    private static Optional<Received> received(String day, LocalTime time) {
        return read(day) instanceof DateReading.Read read
                ? Optional.of(new Received(read.date().atTime(time), read.eraOverrun()))
                : Optional.empty();
    }

    /** HH:mm or HH:mm:ss from {@code from} to the end; the hour may be one digit. */
    private static Optional<LocalTime> time(String text, int from) {
        int colon = text.indexOf(':', from);
        int rest = text.length() - colon;
        boolean withSeconds = rest == 6 && text.charAt(colon + 3) == ':';
        if (rest != 3 && !withSeconds) {
            return Optional.empty();
        }
        int hour = twoDigits(text, from, colon);
        int minute = twoDigits(text, colon + 1, colon + 3);
        int second = withSeconds ? twoDigits(text, colon + 4, colon + 6) : 0;
        boolean possible =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return possible ? Optional.of(LocalTime.of(hour, minute, second)) : Optional.empty();
    }

    private static int twoDigits(String text, int from, int to) {
        if (to - from < 1 || to - from > 2) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!CharKind.isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The usual form without a detour: yyyyMMdd as a number if the text is yyyy-MM-dd, else 0. */
    private static int isoDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7) {
                continue;
            }
            if (!CharKind.isDigit(c)) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** The day if there is such a day since 1800. */
    static Optional<LocalDate> date(int year, int month, int day) {
        if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 30th of February and its like
        }
    }
}
