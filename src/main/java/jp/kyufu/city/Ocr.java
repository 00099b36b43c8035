package jp.kyufu.city;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes one character for another that looks like it, as readers of handwriting do. */
enum Ocr {
    KANA,
    KANJI,
    DIGIT;

    private static final Map<String, List<Names.Word>> PAIRS = Names.sections("ocr.txt");

    /** The text with one character misread; nothing where none of them looks like another. */
    Optional<String> misread(String text, RandomGenerator random) {
        List<Names.Word> pairs = PAIRS.getOrDefault(name().toLowerCase(Locale.ROOT), List.of());
        int start = random.nextInt(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            Names.Word pair = pairs.get((start + i) % pairs.size());
            boolean forward = random.nextBoolean();
            Optional<String> misread =
                    forward
                            ? replace(text, pair.text(), pair.kana())
                            : replace(text, pair.kana(), pair.text());
            if (misread.isEmpty()) {
                misread =
                        forward
                                ? replace(text, pair.kana(), pair.text())
                                : replace(text, pair.text(), pair.kana());
            }
            if (misread.isPresent()) {
                return misread;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> replace(String text, String from, String to) {
        int place = text.indexOf(from);
        return place < 0
                ? Optional.empty()
                : Optional.of(
                        text.substring(0, place) + to + text.substring(place + from.length()));
    }

    /** The date with one digit misread and still a date, not in the future. */
    static LocalDate misread(LocalDate date, RandomGenerator random) {
        for (int attempt = 0; attempt < 50; attempt++) {
            String digits = date.toString();
            int place = 2 + random.nextInt(digits.length() - 2);
            Optional<String> digit = DIGIT.misread(digits.substring(place, place + 1), random);
            if (digit.isPresent()) {
                try {
                    LocalDate other =
                            LocalDate.parse(
                                    digits.substring(0, place)
                                            + digit.get()
                                            + digits.substring(place + 1));
                    if (other.isBefore(Dates.REFERENCE)) {
                        return other;
                    }
                } catch (DateTimeException e) {
                    // Not a date: another digit.
                }
            }
        }
        return date.plusDays(date.getDayOfMonth() < 28 ? 1 : -1);
    }
}
