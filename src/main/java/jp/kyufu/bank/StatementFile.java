package jp.kyufu.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A file of 入出金取引明細 (種別 03, JBA standard as zengin.md gives it): for each account a header, its
 * lines and a trailer, then one end record. Lenient in form as {@link ReturnFile}, strict in
 * substance: a file that does not add up is refused whole, every wrong record named.
 */
public final class StatementFile {

    private static final byte[] TERMINATOR = {'\r', '\n'};

    private final RecordScanner records;
    private final List<FileRefusal> wrong = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    private StatementFile(RecordScanner records) {
        this.records = records;
    }

    /**
     * Reads a file whole.
     *
     * @param file its name, for refusals
     * @throws Refusal for a BOM, code division 1 (EBCDIC), records out of order, cut short or too
     *     long, data after the end record; or with every record that cannot be right
     */
    public static List<Statement> read(byte[] bytes, String file) {
        var reader = new StatementFile(new RecordScanner(bytes, file, StatementHeaderRecord.BYTES));
        reader.accounts();
        if (!reader.wrong.isEmpty()) {
            throw new Refusal(reader.wrong, "bank.statementErrors", file, reader.wrong.size());
        }
        return List.copyOf(reader.statements);
    }

    /** The bytes of a line as they came. */
    public static byte[] original(byte[] file, StatementLine line) {
        byte[] original = new byte[line.length()];
        System.arraycopy(file, line.offset(), original, 0, line.length());
        return original;
    }

    /** The bytes of a line as text of JIS X 0201, for people. */
    public static String text(byte[] original) {
        return JisX0201.decode(original, 0, original.length);
    }

    /** The bytes of a file with records ended by CRLF, as a bank would send it. */
    public static byte[] write(List<Statement> statements) {
        int lines = statements.stream().mapToInt(statement -> statement.lines().size()).sum();
        int count = lines + 2 * statements.size() + 1;
        int stride = StatementHeaderRecord.BYTES + TERMINATOR.length;
        byte[] file = new byte[Math.multiplyExact(stride, count)];
        int at = 0;
        int inquiry = 0;
        for (Statement statement : statements) {
            StatementHeaderRecord.write(statement, file, at);
            at += stride;
            for (StatementLine line : statement.lines()) {
                StatementRecord.write(line, ++inquiry, file, at);
                at += stride;
            }
            StatementTrailerRecord.write(statement, file, at);
            at += stride;
        }
        StatementEndRecord.write(count, statements.size(), file, at);
        for (int end = StatementHeaderRecord.BYTES; end < file.length; end += stride) {
            System.arraycopy(TERMINATOR, 0, file, end, TERMINATOR.length);
        }
        return file;
    }

    private void accounts() {
        int accounts = 0;
        do {
            accounts++;
            account();
        } while (records.nextIs('1'));
        RecordPlace end = records.next(StatementEndRecord.LEAST_BYTES, '9', "1, 9");
        records.mustBeAtEnd();
        int counted = accounts;
        collect(() -> {
            StatementEndRecord.read(end, counted);
            return end;
        });
    }

    private void account() {
        RecordPlace first = records.next(StatementHeaderRecord.LEAST_BYTES, '1', "1");
        StatementHeaderRecord header = collect(() -> StatementHeaderRecord.read(first));
        int before = wrong.size();
        List<StatementLine> lines = new ArrayList<>();
        while (records.nextIs('2')) {
            RecordPlace place = records.next(StatementRecord.LEAST_BYTES, '2', "2");
            int offset = records.offset();
            int length = records.length();
            StatementLine line = collect(() -> StatementRecord.read(place, offset, length));
            if (line != null) {
                lines.add(line);
            }
        }
        RecordPlace last = records.next(StatementTrailerRecord.LEAST_BYTES, '8', "2, 8");
        // Sums over lines that cannot be read would only be wrong once more.
        if (header != null && wrong.size() == before) {
            Statement open = statement(header, 0, lines);
            Long closing = collect(() -> StatementTrailerRecord.read(last, open));
            if (closing != null) {
                statements.add(statement(header, closing, lines));
            }
        }
    }

    private static Statement statement(
            StatementHeaderRecord header, long closing, List<StatementLine> lines) {
        return new Statement(
                header.account(),
                header.made(),
                header.from(),
                header.to(),
                header.opening(),
                closing,
                lines);
    }

    private <T> @Nullable T collect(Supplier<T> read) {
        try {
            return read.get();
        } catch (FileRefusal refusal) {
            wrong.add(refusal);
            return null;
        }
    }
}
