package jp.kyufu.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.inquiry.Funnel;

/**
 * Applications a day as bars, in units of the drawing; the same figures stand in a table beside it.
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

    static DayChart of(Funnel funnel) {
        List<Bar> bars = new ArrayList<>();
        long most = Math.max(1, funnel.most());
        for (LocalDate day : funnel.days()) {
            long count = funnel.channels().stream().mapToLong(c -> funnel.on(day, c)).sum();
            int height = (int) Math.max(1, count * HEIGHT / most);
            bars.add(new Bar(day, count, bars.size() * STEP, HEIGHT - height, BAR, height));
        }
        return new DayChart(List.copyOf(bars), Math.max(STEP, bars.size() * STEP));
    }

    /** The box of the drawing, as SVG wants it. */
    public String box() {
        return "0 0 " + width + " " + HEIGHT;
    }
}
