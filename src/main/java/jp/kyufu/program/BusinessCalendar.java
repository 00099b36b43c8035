package jp.kyufu.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyufu.value.Check;

/**
 * Days on which Japanese banks work: not on Saturdays, Sundays, national holidays and from 31
 * December to 3 January (銀行法施行令 Article 5).
 */
public final class BusinessCalendar {

    private static final MonthDay NEW_YEARS_EVE = MonthDay.of(Month.DECEMBER, 31);
    private static final MonthDay LAST_OF_NEW_YEAR = MonthDay.of(Month.JANUARY, 3);

    private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    private BusinessCalendar() {}

    /** Whether banks settle transfers on this day. */
    public static boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            return false;
        }
        MonthDay date = MonthDay.from(day);
        return !date.equals(NEW_YEARS_EVE)
                && date.isAfter(LAST_OF_NEW_YEAR)
                && !holidays(day.getYear()).contains(day);
    }

    /**
     * The {@code n}th business day after {@code day}; {@code day} itself, whatever it is, for 0.
     */
    public static LocalDate plusBusinessDays(LocalDate day, int n) {
        Check.that(n >= 0, "%s business days ahead", n);
        LocalDate reached = day;
        for (int passed = 0; passed < n; ) {
            reached = reached.plusDays(1);
            if (isBusinessDay(reached)) {
                passed++;
            }
        }
        return reached;
    }

    /** The last business day before {@code day}. */
    public static LocalDate businessDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isBusinessDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static Set<LocalDate> holidays(int year) {
        return HOLIDAYS.computeIfAbsent(year, NationalHolidays::of);
    }
}
