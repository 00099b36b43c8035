package jp.kyufu.reconciliation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The results of a point provider (file contract §7): CSV, columns found by header. */
final class PointResults {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));
    private static final ResourceBundle HEADERS =
            ResourceBundle.getBundle("jp.kyufu.reconciliation.point-result-columns");

    private enum Column {
        PAYMENT,
        CODE,
        AT,
        POINTS;

        String header() {
            return HEADERS.getString(name());
        }
    }

    private PointResults() {}

    /**
     * The lines of a file.
     *
     * @throws FileRefusal for a file that is neither UTF-8 nor Windows-31J, is empty, lacks a
     *     column or repeats one, or breaks the quoting
     */
    static List<ResultLine> read(byte[] bytes, String file) {
        if (bytes.length == 0) {
            throw new FileRefusal("reconciliation.empty", file, 1, "", "0 B", headers());
        }
        long line = 1;
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(decode(bytes, file)))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            Map<Column, Integer> columns = columns(rows, file);
            List<ResultLine> lines = new ArrayList<>();
            line = parser.getCurrentLineNumber() + 1;
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    lines.add(line((int) line, row, columns));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return lines;
        } catch (UncheckedIOException | IOException e) {
            // The text is in memory: what fails here is the quoting.
            throw new FileRefusal("reconciliation.quoting", file, line, "", "", "RFC 4180");
        }
    }

    private static Map<Column, Integer> columns(Iterator<CSVRecord> rows, String file) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        CSVRecord header = rows.next();
        for (Column column : Column.values()) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).strip().equals(column.header())
                        && columns.put(column, i) != null) {
                    throw new FileRefusal(
                            "reconciliation.columnTwice", file, 1, column.header(), "2", "1");
                }
            }
            if (!columns.containsKey(column)) {
                throw new FileRefusal(
                        "reconciliation.columnMissing",
                        file,
                        1,
                        column.header(),
                        String.join(",", header),
                        headers());
            }
        }
        return columns;
    }

    private static ResultLine line(int line, CSVRecord row, Map<Column, Integer> columns) {
        String code = field(row, columns, Column.CODE);
        return new ResultLine(
                line,
                number(field(row, columns, Column.PAYMENT)),
                code,
                Outcome.ofPoints(code),
                number(field(row, columns, Column.POINTS)),
                null,
                String.join(",", row).getBytes(StandardCharsets.UTF_8));
    }

    private static String field(CSVRecord row, Map<Column, Integer> columns, Column column) {
        int at = columns.getOrDefault(column, row.size());
        return at < row.size() ? row.get(at).strip() : "";
    }

    private static @Nullable Long number(String text) {
        return Digits.isDigits(text, 1, 18) ? Long.valueOf(text) : null;
    }

    private static String decode(byte[] bytes, String file) {
        for (Charset encoding : ENCODINGS) {
            try {
                String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue; // the next encoding may be the right one
            }
        }
        throw new FileRefusal("reconciliation.encoding", file, 1, "", "?", "UTF-8, Windows-31J");
    }

    private static String headers() {
        return String.join(
                ",", java.util.Arrays.stream(Column.values()).map(Column::header).toList());
    }
}
