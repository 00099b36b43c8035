package jp.kyufu.matching;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.text.Slip;

/** How far two birth dates agree, and which dates are a slip away from one. */
final class BirthComparison {

    private static final int DIGITS = 8;

    private BirthComparison() {}

    /** Of two epoch days, either of which may be {@link Facts#UNKNOWN}; symmetric. */
    static BirthLevel of(int a, int b) {
        if (a == Facts.UNKNOWN || b == Facts.UNKNOWN) {
            return BirthLevel.MISSING;
        }
        return a == b ? BirthLevel.EQUAL : of(LocalDate.ofEpochDay(a), LocalDate.ofEpochDay(b));
    }

    private static BirthLevel of(LocalDate a, LocalDate b) {
        if (a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue()) {
            return BirthLevel.DAY_MONTH;
        }
        if (Slip.oneDigit(a, b)) {
            return BirthLevel.DIGIT;
        }
        if (a.getMonthValue() == b.getMonthValue() && a.getDayOfMonth() == b.getDayOfMonth()) {
            if (Math.abs(a.getYear() - b.getYear()) == 1) {
                return BirthLevel.YEAR;
            }
            if (Slip.otherEra(a, b)) {
                return BirthLevel.ERA;
            }
        }
        return BirthLevel.DIFFERENT;
    }

    /** Gives every day that is a slip away from this one, some of them twice. */
    static void eachSlip(int epochDay, IntConsumer day) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int digits = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        int place = 1;
        for (int i = 0; i < DIGITS; i++) {
            int digit = digits / place % 10;
            for (int other = 0; other < 10; other++) {
                if (other != digit) {
                    give(digits + (other - digit) * place, day);
                }
            }
            place *= 10;
        }
        give((date.getYear() * 100 + date.getDayOfMonth()) * 100 + date.getMonthValue(), day);
        give(digits + 10_000, day);
        give(digits - 10_000, day);
        for (int years : Slip.betweenEras()) {
            give(digits + 10_000 * years, day);
            give(digits - 10_000 * years, day);
        }
    }

    /** This day and all that are a slip away from it, in rising order. */
    static int[] near(int epochDay) {
        IntStream.Builder days = IntStream.builder().add(epochDay);
        eachSlip(epochDay, days::add);
        return days.build().sorted().distinct().toArray();
    }

    private static void give(int digits, IntConsumer day) {
        int year = digits / 10_000;
        int month = digits / 100 % 100;
        int dayOfMonth = digits % 100;
        // Nobody was born on a day that does not exist.
        if (year >= 1
                && month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= YearMonth.of(year, month).lengthOfMonth()) {
            day.accept((int) LocalDate.of(year, month, dayOfMonth).toEpochDay());
        }
    }
}
