package jp.kyufu.text;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 元号 since Meiji with the day each began. Written here because {@link
 * java.time.chrono.JapaneseChronology} refuses both 元年 and a date past the end of its era.
 */
enum Era {
    MEIJI('M', "明治", 1868, 1, 25),
    TAISHO('T', "大正", 1912, 7, 30),
    SHOWA('S', "昭和", 1926, 12, 25),
    HEISEI('H', "平成", 1989, 1, 8),
    REIWA('R', "令和", 2019, 5, 1);

    private static final Era[] ALL = values();

    private final char letter;
    private final String kanji;
    private final LocalDate start;

    Era(char letter, String kanji, int year, int month, int day) {
        this.letter = letter;
        this.kanji = kanji;
        this.start = LocalDate.of(year, month, day);
    }

    /** The era whose letter (of either case) or first kanji {@code c} is. */
    static @Nullable Era startingWith(char c) {
        char upper = Latin.upper(c);
        for (Era era : ALL) {
            if (era.letter == upper || era.kanji.charAt(0) == c) {
                return era;
            }
        }
        return null;
    }

    /** The years between the beginnings of any two eras, each once, the shortest first. */
    static int[] yearsBetween() {
        return Arrays.stream(ALL)
                .flatMapToInt(earlier ->
                        Arrays.stream(ALL)
                                .skip(earlier.ordinal() + 1)
                                .mapToInt(later -> later.western(1) - earlier.western(1)))
                .distinct()
                .sorted()
                .toArray();
    }

    /** How many characters at {@code at} name this era: 昭和 2, 昭 1, S 1. */
    int lengthAt(String text, int at) {
        return text.startsWith(kanji, at) ? kanji.length() : 1;
    }

    /** The Western year of the {@code year}th year of this era. */
    int western(int year) {
        return start.getYear() + year - 1;
    }

    boolean hasBegunBy(LocalDate date) {
        return !date.isBefore(start);
    }

    boolean hasEndedBy(LocalDate date) {
        return this != REIWA && !date.isBefore(ALL[ordinal() + 1].start);
    }
}
