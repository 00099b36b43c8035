package jp.kyufu.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;
import org.jspecify.annotations.Nullable;

/** The results of a point provider (file contract §7): CSV, columns found by header. */
final class PointResults {

    private static final ResourceBundle HEADERS =
            ResourceBundle.getBundle("jp.kyufu.reconciliation.point-result-columns");

    /** A day as §9 of the file contract writes it, before the time. */
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T].*)?");

    private enum Column {
        PAYMENT,
        CODE,
        AT,
        POINTS
    }

    private PointResults() {}

    /**
     * The lines of a file.
     *
     * @throws FileRefusal as {@link AnswerCsv#read}
     */
    static List<ResultLine> read(byte[] bytes, String file) {
        var csv = new AnswerCsv<>(Column.class, column -> HEADERS.getString(column.name()));
        return csv.read(bytes, file).stream().map(PointResults::line).toList();
    }

    private static ResultLine line(AnswerCsv<Column>.Row row) {
        String code = row.get(Column.CODE);
        return new ResultLine(
                row.line(),
                number(row.get(Column.PAYMENT)),
                code,
                Outcome.ofPoints(code),
                number(row.get(Column.POINTS)),
                null,
                day(row.get(Column.AT)),
                row.original());
    }

    private static @Nullable Long number(String text) {
        return Digits.isDigits(text, 1, 18) ? Long.valueOf(text) : null;
    }

    /** The day before the time; null where it cannot be read: no grant fails for that. */
    static @Nullable LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.matches()
                    ? LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
