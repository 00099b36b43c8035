package jp.kyufu.web;

import java.time.LocalDate;
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

    /** One day. */
    public record Bar(LocalDate day, long count, int x, int y, int width, int height) {}

    static DayChart of(List<Funnel.Day> came) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        came.forEach(day -> days.put(day.day(), day.all()));
        return of(days);
    }

    /** Figures by day, from left to right. */
    public static DayChart of(SortedMap<LocalDate, Long> days) {
        List<Bar> bars = new ArrayList<>();
        long most = days.values().stream().mapToLong(Long::longValue).max().orElse(1);
        days.forEach((day, count) -> {
            int height = (int) Math.max(1, count * HEIGHT / Math.max(1, most));
            bars.add(new Bar(day, count, bars.size() * STEP, HEIGHT - height, BAR, height));
        });
        return new DayChart(List.copyOf(bars), Math.max(STEP, bars.size() * STEP));
    }

    /** The box of the drawing, as SVG wants it. */
    public String box() {
        return "0 0 " + width + " " + HEIGHT;
    }
}
