package jp.kyufu.program;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.value.Check;

/**
 * National holidays of Japan by the Act on National Holidays (国民の祝日に関する法律, as in force since 2022):
 * Article 2 names the days, Article 3 (2) the substitute for one that falls on a Sunday, Article 3
 * (3) the day between two of them.
 *
 * <p>The equinoxes are announced each February for the next year; the approximation used here
 * (Japan Coast Guard, valid 1980 to 2099) has agreed with every announcement.
 */
final class NationalHolidays {

    /** Before it special laws moved holidays for the enthronement and the Olympics. */
    static final int FIRST_YEAR = 2022;

    static final int LAST_YEAR = 2099;

    private NationalHolidays() {}

    /** All days off of a year, Saturdays and ordinary Sundays aside. */
    static Set<LocalDate> of(int year) {
        Check.that(year >= FIRST_YEAR && year <= LAST_YEAR, "no calendar for the year %s", year);
        TreeSet<LocalDate> named = named(year);
        TreeSet<LocalDate> off = new TreeSet<>(named);
        for (LocalDate holiday : named) {
            if (holiday.getDayOfWeek() == SUNDAY) {
                LocalDate substitute = holiday.plusDays(1);
                while (named.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                off.add(substitute);
            }
            if (named.contains(holiday.plusDays(2))) {
                off.add(holiday.plusDays(1));
            }
        }
        return Collections.unmodifiableSet(off);
    }

    private static TreeSet<LocalDate> named(int year) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(year, JANUARY, 1));
        days.add(monday(2, year, JANUARY));
        days.add(LocalDate.of(year, FEBRUARY, 11));
        days.add(LocalDate.of(year, FEBRUARY, 23));
        days.add(LocalDate.of(year, MARCH, equinox(year, 20.8431)));
        days.add(LocalDate.of(year, APRIL, 29));
        days.add(LocalDate.of(year, MAY, 3));
        days.add(LocalDate.of(year, MAY, 4));
        days.add(LocalDate.of(year, MAY, 5));
        days.add(monday(3, year, JULY));
        days.add(LocalDate.of(year, AUGUST, 11));
        days.add(monday(3, year, SEPTEMBER));
        days.add(LocalDate.of(year, SEPTEMBER, equinox(year, 23.2488)));
        days.add(monday(2, year, OCTOBER));
        days.add(LocalDate.of(year, NOVEMBER, 3));
        days.add(LocalDate.of(year, NOVEMBER, 23));
        return days;
    }

    private static LocalDate monday(int ordinal, int year, Month month) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY));
    }

    private static int equinox(int year, double in1980) {
        int years = year - 1980;
        return (int) (in1980 + 0.242194 * years - years / 4);
    }
}
