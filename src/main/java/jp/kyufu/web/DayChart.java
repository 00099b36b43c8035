package jp.kyufu.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyufu.inquiry.Funnel;

/**
 * Figures of days as bars, such as applications a day, in units of the drawing; the same figures
 * stand in a table beside it.
 *
 * @param width of the drawing
 */
public record DayChart(List<Bar> bars, int width) {

    /** Height of the drawing. */
    public static final int HEIGHT = 120;

    private static final int STEP = 12;
    private static final int BAR = 9;

    /** A span that long has days that are slips of a pen; days between are left out then. */
    private static final int MOST_DAYS = 400;

    /** One day. */
    public record Bar(LocalDate day, long count, int x, int y, int width, int height) {}

    static DayChart of(List<Funnel.Day> came) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        came.forEach(day -> days.put(day.day(), day.all()));
        return of(days);
    }

    /** Figures by day, from left to right; a day between without one has none to show. */
    public static DayChart of(SortedMap<LocalDate, Long> days) {
        List<Bar> bars = new ArrayList<>();
        long most = days.values().stream().mapToLong(Long::longValue).max().orElse(1);
        withoutGaps(days)
                .forEach((day, count) -> {
                    int height = count == 0 ? 0 : (int) Math.max(1, count * HEIGHT / most);
                    bars.add(new Bar(day, count, bars.size() * STEP, HEIGHT - height, BAR, height));
                });
        return new DayChart(List.copyOf(bars), Math.max(STEP, bars.size() * STEP));
    }

    private static SortedMap<LocalDate, Long> withoutGaps(SortedMap<LocalDate, Long> days) {
        if (days.isEmpty()
                || ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) > MOST_DAYS) {
            return days;
        }
        SortedMap<LocalDate, Long> all = new TreeMap<>(days);
        days.firstKey().datesUntil(days.lastKey()).forEach(day -> all.putIfAbsent(day, 0L));
        return all;
    }

    /** The day with the most, the first of several; the chart has one. */
    public Bar peak() {
        return bars.stream()
                .reduce((first, second) -> second.count() > first.count() ? second : first)
                .orElseThrow();
    }

    /** The box of the drawing, as SVG wants it. */
    public String box() {
        return "0 0 " + width + " " + HEIGHT;
    }
}
