package jp.kyufu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a file for a spreadsheet, written while it is read: CSV (UTF-8 with BOM) or xlsx. Days
 * and times as ISO 8601, figures as figures. A text that begins like a formula gets an apostrophe
 * in CSV; in xlsx a text is a text. Whoever sends one records it.
 */
public enum TableFile {
    CSV("text/csv; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String FORMULA_BEGINS = "=+-@\t\r";
    private static final String BOM = "\uFEFF";
    private static final int FLUSH_ROWS = 1_000;

    private final String type;

    TableFile(String type) {
        this.type = type;
    }

    /** Takes one row: as many cells as there are headers, each a text, a number, a day or null. */
    public interface Rows extends Consumer<List<?>> {}

    /** Writes a list that is there already, one row for each of it. */
    public <T> void send(
            HttpServletResponse response,
            String name,
            List<String> headers,
            List<T> list,
            Function<T, List<?>> row)
            throws IOException {
        send(response, name, headers, rows -> list.forEach(one -> rows.accept(row.apply(one))));
    }

    /** Writes the rows into the answer as {@code name.csv} or {@code name.xlsx}. */
    public void send(
            HttpServletResponse response, String name, List<String> headers, Consumer<Rows> rows)
            throws IOException {
        String file = name + "." + name().toLowerCase(Locale.ROOT);
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
        switch (this) {
            case CSV -> csv(response, headers, rows);
            case XLSX -> xlsx(response, name, headers, rows);
        }
    }

    private static void csv(HttpServletResponse response, List<String> headers, Consumer<Rows> rows)
            throws IOException {
        BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(BOM);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(headers);
            rows.accept(row -> print(printer, row));
        }
    }

    private static void print(CSVPrinter printer, List<?> row) {
        try {
            printer.printRecord(row.stream().map(TableFile::harmless).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object harmless(Object cell) {
        return cell instanceof String text
                        && !text.isEmpty()
                        && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell == null ? "" : cell;
    }

    private static void xlsx(
            HttpServletResponse response, String name, List<String> headers, Consumer<Rows> rows)
            throws IOException {
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Kyufu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            int[] line = {0};
            Rows fill = row -> fill(sheet, line[0]++, row);
            fill.accept(headers);
            rows.accept(fill);
            sheet.finish();
        }
    }

    private static void fill(Worksheet sheet, int line, List<?> row) {
        for (int column = 0; column < row.size(); column++) {
            Object cell = row.get(column);
            if (cell instanceof Number number) {
                sheet.value(line, column, number);
            } else if (cell != null) {
                sheet.value(line, column, cell.toString());
            }
        }
        if (line % FLUSH_ROWS == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
