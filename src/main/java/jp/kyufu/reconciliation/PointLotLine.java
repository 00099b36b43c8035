package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import jp.kyufu.value.Digits;
import org.jspecify.annotations.Nullable;

/**
 * A line of the provider's file about lots (docs/formats/point-lots.md).
 *
 * @param paymentNo null: unreadable
 * @param kind CLAIMED, EXPIRED or REVERSED; null: a word nobody mapped
 */
record PointLotLine(
        int line,
        @Nullable Long paymentNo,
        @Nullable String kind,
        @Nullable LocalDate dated,
        @Nullable Long points,
        byte[] original) {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("jp.kyufu.reconciliation.point-lot-columns");

    private static final List<String> KINDS = List.of("CLAIMED", "EXPIRED", "REVERSED");

    private enum Column {
        PAYMENT,
        KIND,
        DAY,
        POINTS
    }

    /** The lines of a file; refused as {@link AnswerCsv#read} refuses it. */
    static List<PointLotLine> read(byte[] bytes, String file) {
        var csv = new AnswerCsv<>(Column.class, column -> WORDS.getString(column.name()));
        return csv.read(bytes, file).stream().map(PointLotLine::line).toList();
    }

    private static PointLotLine line(AnswerCsv<Column>.Row row) {
        String word = row.get(Column.KIND);
        return new PointLotLine(
                row.line(),
                number(row.get(Column.PAYMENT)),
                KINDS.stream()
                        .filter(kind ->
                                Arrays.asList(WORDS.getString(kind).split(",")).contains(word))
                        .findFirst()
                        .orElse(null),
                PointResults.day(row.get(Column.DAY)),
                number(row.get(Column.POINTS)),
                row.original());
    }

    private static @Nullable Long number(String text) {
        return Digits.isDigits(text, 1, 18) ? Long.valueOf(text) : null;
    }
}
