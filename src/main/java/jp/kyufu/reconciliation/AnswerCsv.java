package jp.kyufu.reconciliation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kyufu.value.FileRefusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what a point provider sends: CSV, columns found by header, UTF-8 or Windows-31J.
 *
 * @param <C> the columns it must have
 */
final class AnswerCsv<C extends Enum<C>> {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    private final List<C> columns;
    private final Function<C, String> header;
    private final Map<C, Integer> places;

    /** A file with these columns; {@code header} is how each is called. */
    AnswerCsv(Class<C> type, Function<C, String> header) {
        this.columns = Arrays.asList(type.getEnumConstants());
        this.header = header;
        this.places = new EnumMap<>(type);
    }

    /** One row with the physical line it starts on. */
    final class Row {

        private final int line;
        private final CSVRecord fields;

        private Row(int line, CSVRecord fields) {
            this.line = line;
            this.fields = fields;
        }

        int line() {
            return line;
        }

        /** The field without the white space around it; empty where the row is too short. */
        String get(C column) {
            int at = places.getOrDefault(column, fields.size());
            return at < fields.size() ? fields.get(at).strip() : "";
        }

        byte[] original() {
            return String.join(",", fields).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * The rows of a file; blank lines are none.
     *
     * @throws FileRefusal for a file that is neither UTF-8 nor Windows-31J, is empty, lacks a
     *     column or repeats one, or breaks the quoting
     */
    List<Row> read(byte[] bytes, String file) {
        if (bytes.length == 0) {
            throw new FileRefusal("reconciliation.empty", file, 1, "", "0 B", headers());
        }
        long line = 1;
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(decode(bytes, file)))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            Iterator<CSVRecord> found = parser.iterator();
            if (!found.hasNext()) { // nothing but a byte order mark
                String bytesFound = bytes.length + " B";
                throw new FileRefusal("reconciliation.empty", file, 1, "", bytesFound, headers());
            }
            place(found, file);
            List<Row> rows = new ArrayList<>();
            line = parser.getCurrentLineNumber() + 1;
            while (found.hasNext()) {
                CSVRecord row = found.next();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    rows.add(new Row((int) line, row));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (UncheckedIOException | IOException e) {
            // The text is in memory: what fails here is the quoting.
            throw new FileRefusal("reconciliation.quoting", file, line, "", "", "RFC 4180");
        }
    }

    private void place(Iterator<CSVRecord> rows, String file) {
        CSVRecord found = rows.next();
        for (C column : columns) {
            String name = header.apply(column);
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).strip().equals(name) && places.put(column, i) != null) {
                    throw new FileRefusal("reconciliation.columnTwice", file, 1, name, "2", "1");
                }
            }
            if (!places.containsKey(column)) {
                throw new FileRefusal(
                        "reconciliation.columnMissing",
                        file,
                        1,
                        name,
                        String.join(",", found),
                        headers());
            }
        }
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

    private String headers() {
        return String.join(",", columns.stream().map(header).toList());
    }
}
