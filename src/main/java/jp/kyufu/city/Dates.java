package jp.kyufu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** The program's dates as days since 1970, and dates in every form that people write (§ Dates). */
final class Dates {

    static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);
    static final LocalDate AS_OF = LocalDate.of(2026, 2, 27);
    static final LocalDate WINDOW_FROM = LocalDate.of(2026, 3, 16);
    static final LocalDate WINDOW_TO = LocalDate.of(2026, 6, 30);

    private static final List<LocalDate> ERAS =
            List.of(
                    LocalDate.of(1868, 1, 25),
                    LocalDate.of(1912, 7, 30),
                    LocalDate.of(1926, 12, 25),
                    LocalDate.of(1989, 1, 8),
                    LocalDate.of(2019, 5, 1));
    private static final int SHOWA = 2;
    private static final List<String> ERA_NAMES = Lexicon.list("era.names");
    private static final List<String> ERA_LETTERS = Lexicon.list("era.letters");
    private static final String FIRST = Lexicon.of("era.first");
    private static final String YEAR = Lexicon.of("date.year");
    private static final String MONTH = Lexicon.of("date.month");
    private static final String DAY = Lexicon.of("date.day");

    private Dates() {}

    /** yyyy-MM-dd. */
    static String iso(LocalDate date) {
        return date.toString();
    }

    /** A legal form drawn by lot. */
    static String written(LocalDate date, RandomGenerator random) {
        int form = random.nextInt(100);
        int year = date.getYear();
        String western = year + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
        String text;
        if (form < 34) {
            text = iso(date);
        } else if (form < 50) {
            text = western;
        } else if (form < 60) {
            text = iso(date).replace("-", "");
        } else if (form < 64) {
            text = kanji(String.valueOf(year), date);
        } else {
            text = inEra(date, era(date), random);
        }
        return random.nextInt(100) < 4 ? Kana.wide(text) : text;
    }

    /** A date of 1989 as if the era before had gone on: 昭和64年 after 7 January. */
    static String overrun(LocalDate date, RandomGenerator random) {
        return inEra(date, SHOWA, random);
    }

    private static String inEra(LocalDate date, int era, RandomGenerator random) {
        int year = date.getYear() - ERAS.get(era).getYear() + 1;
        int form = random.nextInt(100);
        if (form < 50) {
            boolean first = year == 1 && random.nextInt(10) < 8;
            return kanji(ERA_NAMES.get(era) + (first ? FIRST : String.valueOf(year)), date);
        }
        String separator = form < 80 ? "." : form < 90 ? "/" : "-";
        return ERA_LETTERS.get(era)
                + year
                + separator
                + date.getMonthValue()
                + separator
                + date.getDayOfMonth();
    }

    private static String kanji(String year, LocalDate date) {
        return year + YEAR + date.getMonthValue() + MONTH + date.getDayOfMonth() + DAY;
    }

    private static int era(LocalDate date) {
        int era = ERAS.size() - 1;
        while (date.isBefore(ERAS.get(era))) {
            era--;
        }
        return era;
    }
}
