package jp.kyufu.web.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kyufu.matching.Explanation;

/**
 * The weight of a candidate as bars from left to right: what a register of this size takes, then
 * what each fact gives or takes, then the sum. Drawn on the server; the table beside has the same
 * figures.
 *
 * @param zero where even odds stand
 * @param height of the drawing
 */
public record Waterfall(List<Bar> bars, double zero, int height) {

    static final int WIDTH = 320;
    private static final int ROW = 24;

    /**
     * One row.
     *
     * @param fact name of a fact; PRIOR and SUM for the first and the last
     * @param level how far it agrees; empty for these two
     * @param x left end of the bar
     */
    public record Bar(
            String fact, String level, String bits, boolean takes, double x, double width, int y) {}

    static Waterfall of(double prior, Explanation.Candidate candidate) {
        double low = Math.min(0, prior);
        double high = 0;
        double sum = prior;
        for (Explanation.Step step : candidate.steps()) {
            sum += step.bits();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double scale = WIDTH / Math.max(1, high - low);
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("PRIOR", "", 0, prior, low, scale, 0));
        double at = prior;
        for (Explanation.Step step : candidate.steps()) {
            bars.add(
                    bar(
                            step.fact().name(),
                            step.level(),
                            at,
                            step.bits(),
                            low,
                            scale,
                            bars.size()));
            at += step.bits();
        }
        bars.add(bar("SUM", "", 0, candidate.weight(), low, scale, bars.size()));
        return new Waterfall(bars, tenth(-low * scale), bars.size() * ROW);
    }

    private static Bar bar(
            String fact, String level, double from, double bits, double low, double scale, int n) {
        double left = Math.min(from, from + bits);
        return new Bar(
                fact,
                level,
                bits(bits),
                bits < 0,
                tenth((left - low) * scale),
                Math.max(1, tenth(Math.abs(bits) * scale)),
                n * ROW);
    }

    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.2f", bits);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
