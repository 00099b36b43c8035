package jp.kyufu.program;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.value.Digits;

/** The kinds of single value in a program file; each is empty for a text of another form. */
final class Scalars {

    static final String TEXT = "...";
    static final String DATE = "yyyy-MM-dd";
    static final String TIME = "HH:mm";

    private static final DateTimeFormatter HOUR_MINUTE =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final int MAX_TEXT = 200;

    private Scalars() {}

    static Optional<String> text(String written) {
        String text = written.strip();
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return text.isEmpty() || text.length() > MAX_TEXT || !plain
                ? Optional.empty()
                : Optional.of(text);
    }

    /** In any of the forms of the file contract, also past the end of its era. */
    static Optional<LocalDate> date(String written) {
        return switch (Dates.read(written)) {
            case DateReading.Read read -> Optional.of(read.date());
            case DateReading.Unknown unknown -> Optional.empty();
            case DateReading.Empty empty -> Optional.empty();
            case DateReading.Unreadable unreadable -> Optional.empty();
        };
    }

    static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written.strip(), HOUR_MINUTE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A whole number of ASCII digits, also parted by underscores as YAML allows. */
    static Optional<Long> whole(String written, long min, long max) {
        String digits = written.strip().replace("_", "");
        if (!Digits.isDigits(digits, 1, 18)) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return number < min || number > max ? Optional.empty() : Optional.of(number);
    }

    static Optional<String> digits(String written, int length) {
        String text = written.strip();
        return Digits.isDigits(text, length, length) ? Optional.of(text) : Optional.empty();
    }
}
