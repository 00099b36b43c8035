package jp.kyufu.program;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.Digits;

/** The kinds of single value in a program file; each is empty for a text of another form. */
final class Scalars {

    static final String TEXT = "...";
    static final String DATE = "yyyy-MM-dd";
    static final String TIME = "HH:mm";

    private static final List<DateTimeFormatter> DATES =
            List.of(strict("uuuu-M-d"), strict("uuuu/M/d"), strict("uuuuMMdd"));
    private static final List<DateTimeFormatter> TIMES = List.of(strict("H:mm"));
    private static final int MAX_TEXT = 200;

    private Scalars() {}

    static Optional<String> text(String written) {
        String text = written.strip();
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return text.isEmpty() || text.length() > MAX_TEXT || !plain
                ? Optional.empty()
                : Optional.of(text);
    }

    static Optional<LocalDate> date(String written) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(written.strip(), format));
            } catch (DateTimeParseException e) {
                // Not this form; perhaps the next.
            }
        }
        return Optional.empty();
    }

    static Optional<LocalTime> time(String written) {
        for (DateTimeFormatter format : TIMES) {
            try {
                return Optional.of(LocalTime.parse(written.strip(), format));
            } catch (DateTimeParseException e) {
                // Not a time.
            }
        }
        return Optional.empty();
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

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
