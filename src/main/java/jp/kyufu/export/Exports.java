package jp.kyufu.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.WholeFile;
import jp.kyufu.program.Program;
import jp.kyufu.upload.RejectsExport;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the exports; each is recorded with who asked and what for. */
@Component
public class Exports {

    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    private static final String FORMULA = "=+-@\t\r";
    private static final String[] NOTICE = {
        "printed_no",
        "household_no",
        "apart",
        "name",
        "postal_code",
        "address",
        "building",
        "residents",
        "members"
    };
    private static final String[] REMINDER = {
        "printed_no",
        "household_no",
        "apart",
        "name",
        "postal_code",
        "address",
        "building",
        "why",
        "receipt_no",
        "reasons"
    };

    private final ExportStore store;
    private final RejectsExport rejects;
    private final Report report;
    private final JsonMapper json;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Exports(
            ExportStore store,
            RejectsExport rejects,
            Report report,
            JsonMapper json,
            People people,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.rejects = rejects;
        this.report = report;
        this.json = json;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes one export to a file, whole or not at all, for its owner alone: UTF-8, LF. What is for
     * a printer comes as two files, that of protected persons named {@code -apart}.
     *
     * @param person who asked, kept in the audit trail
     */
    @Transactional
    public void write(Export export, Program program, Path out, String person) {
        people.requireLists(person, LocalDate.now(clock));
        if (Files.isDirectory(out)) {
            throw new Refusal("export.out.exists", out);
        }
        audit.record(
                person, "export", "program " + program.code(), Map.of("export", export.word()));
        Path whole = out.toAbsolutePath();
        try {
            Files.createDirectories(Objects.requireNonNull(whole.getParent()));
            write(export, program, whole, false);
            if (export == Export.NOTICES || export == Export.REMINDERS) {
                write(export, program, apart(whole), true);
            }
        } catch (IOException e) {
            throw new Refusal("export.notWritten", whole, String.valueOf(e.getMessage()));
        }
    }

    /** Letters to protected persons go another way, so they stand in a file of their own. */
    private static Path apart(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "-apart" + name.substring(dot));
    }

    private void write(Export export, Program program, Path whole, boolean apart)
            throws IOException {
        WholeFile.write(
                whole,
                to -> {
                    OutputStream buffered = new BufferedOutputStream(to, 1 << 16);
                    write(export, program, apart, buffered);
                    buffered.flush();
                });
    }

    private void write(Export export, Program program, boolean apart, OutputStream to)
            throws IOException {
        switch (export) {
            case ENTITLEMENTS, APPLICATIONS, PAYMENTS, DECISIONS, CLOSES, SUBSIDY ->
                    store.csv(export.word(), program.id(), to);
            case NOTICES -> letters(export, program, apart, NOTICE, to);
            case REMINDERS -> letters(export, program, apart, REMINDER, to);
            case REJECTS -> {
                Writer writer =
                        new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
                rejects.write(writer, program.id(), new Words(Locale.getDefault()));
                writer.flush();
            }
            case REPORT ->
                    to.write(
                            json.writerWithDefaultPrettyPrinter()
                                    .writeValueAsBytes(report.of(program)));
        }
    }

    /** Rows that begin with a household number, which gives the number printed on its letter. */
    private void letters(
            Export export, Program program, boolean apart, String[] header, OutputStream to)
            throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        CSVPrinter printer = new CSVPrinter(writer, CSV);
        printer.printRecord((Object[]) header);
        store.rows(
                export.word(),
                program.id(),
                row -> {
                    if (row.text(1).equals("1") == apart) {
                        letter(printer, row, header.length);
                    }
                });
        printer.flush();
    }

    /**
     * Letters are opened in spreadsheets, which would calculate what begins like a formula: it gets
     * an apostrophe before it. The exports of file contract §8 are read by programs and say what
     * the database says, to the letter.
     */
    private static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void letter(CSVPrinter printer, CopyRow row, int columns) {
        try {
            printer.print(PrintedNumber.ofHousehold(row.text(0)).digits());
            for (int i = 0; i < columns - 1; i++) {
                String text = row.nullableText(i);
                printer.print(text == null ? null : plain(text));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
