package jp.kyufu.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/**
 * When applications arrive: 70 % in the first week, 96 % in three. Online at any second of the day,
 * paper on a working day without a time, which counts as midnight. In seconds since 1970 local
 * time.
 */
final class Arrivals {

    private static final int DAY_SECONDS = 86_400;
    private static final int FIRST_HOUR = 6;

    private Arrivals() {}

    static long first(Channel channel, RandomGenerator random) {
        int lot = random.nextInt(100);
        int day = lot < 96 ? early(lot, random) : 21 + random.nextInt(80);
        return on(Dates.WINDOW_FROM.plusDays(day), channel, false, random);
    }

    /** Within the first three weeks, so that others can follow inside the window. */
    static long early(Channel channel, RandomGenerator random) {
        int day = early(random.nextInt(96), random);
        return on(Dates.WINDOW_FROM.plusDays(day), channel, false, random);
    }

    /** On a later day than another application, at most so many days later (and a weekend). */
    static long after(long earlier, int days, Channel channel, RandomGenerator random) {
        LocalDate day = time(earlier).toLocalDate().plusDays(1 + random.nextInt(days));
        return on(day, channel, true, random);
    }

    /** On the very day of another application. */
    static long sameDay(long other, Channel channel, RandomGenerator random) {
        return on(time(other).toLocalDate(), channel, true, random);
    }

    /** In the week before the window opens. */
    static long tooEarly(Channel channel, RandomGenerator random) {
        return on(Dates.WINDOW_FROM.minusDays(3 + random.nextInt(5)), channel, false, random);
    }

    static LocalDateTime time(long arrival) {
        return LocalDateTime.ofEpochSecond(arrival, 0, ZoneOffset.UTC);
    }

    private static int early(int lot, RandomGenerator random) {
        return lot < 70 ? random.nextInt(7) : 7 + random.nextInt(14);
    }

    private static long on(
            LocalDate day, Channel channel, boolean forward, RandomGenerator random) {
        if (channel == Channel.PAPER) {
            LocalDate working = day;
            while (working.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
                working = working.plusDays(forward ? 1 : -1);
            }
            return working.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }
        int second = random.nextInt(FIRST_HOUR * 3_600, DAY_SECONDS);
        return day.atTime(LocalTime.ofSecondOfDay(second)).toEpochSecond(ZoneOffset.UTC);
    }
}
