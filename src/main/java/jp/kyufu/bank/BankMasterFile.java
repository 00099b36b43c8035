package jp.kyufu.bank;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The CSV of a bank master (file contract §4). A master decides where money goes, so one malformed
 * row refuses the whole file; up to 50 of its errors are told at once.
 */
public final class BankMasterFile {

    /** More errors than this tell a person nothing new. */
    static final int ERRORS_TOLD = 50;

    private static final Map<String, String> HEADERS =
            WordList.of("bank-master-columns.properties");
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    private enum Column {
        BANK,
        BANK_NAME,
        BANK_KANA,
        BRANCH,
        BRANCH_NAME,
        BRANCH_KANA,
        VALID_FROM,
        VALID_TO;

        String header() {
            return HEADERS.getOrDefault(name(), "");
        }

        boolean isOptional() {
            return this == VALID_FROM || this == VALID_TO;
        }
    }

    private final String file;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, BankBranch> branches = new TreeMap<>();
    private final List<FileRefusal> errors = new ArrayList<>();
    private int width;

    private BankMasterFile(String file) {
        this.file = file;
    }

    /**
     * The branches of a file, by bank and branch code.
     *
     * @param file its name, for refusals
     * @throws FileRefusal for a file that is neither UTF-8 nor Windows-31J, is empty, lacks a
     *     required column or repeats one
     * @throws Refusal with up to 50 details for malformed rows
     */
    public static List<BankBranch> read(byte[] bytes, String file) {
        return new BankMasterFile(file).parse(decode(bytes, file));
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
        throw new FileRefusal("bank.masterEncoding", file, 1, "", "?", "UTF-8, Windows-31J");
    }

    private List<BankBranch> parse(String text) {
        long line = 1;
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(text))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (!rows.hasNext()) {
                throw new FileRefusal("bank.fileEmpty", file, 1, "", "0 B", Column.BANK.header());
            }
            readHeader(rows.next());
            line = parser.getCurrentLineNumber() + 1;
            while (errors.size() < ERRORS_TOLD && rows.hasNext()) {
                readRow(line, rows.next());
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException e) {
            // The text is in memory: what fails here is the quoting.
            throw new FileRefusal("bank.masterQuoting", file, line, "", "", "RFC 4180");
        }
        if (!errors.isEmpty()) {
            throw new Refusal(errors, "bank.masterRows", file, errors.size());
        }
        if (branches.isEmpty()) {
            throw new FileRefusal("bank.masterNoRow", file, 2, "", "0", "1");
        }
        return List.copyOf(branches.values());
    }

    private void readHeader(CSVRecord header) {
        width = header.size();
        for (int i = 0; i < width; i++) {
            for (Column column : Column.values()) {
                if (header.get(i).strip().equals(column.header())
                        && columns.put(column, i) != null) {
                    throw new FileRefusal(
                            "bank.masterColumnTwice", file, 1, column.header(), "2", "1");
                }
            }
        }
        for (Column column : Column.values()) {
            if (!columns.containsKey(column) && !column.isOptional()) {
                String found = String.join(",", header);
                String expected = column.header();
                throw new FileRefusal(
                        "bank.masterColumnMissing", file, 1, expected, found, expected);
            }
        }
    }

    private void readRow(long line, CSVRecord row) {
        if (row.size() == 1 && row.get(0).isBlank()) {
            return; // an empty line
        }
        if (row.size() != width) {
            error("bank.masterWidth", line, "", row.size() + "", width + "");
            return;
        }
        int before = errors.size();
        String bank = digits(line, row, Column.BANK, 4);
        String branch = digits(line, row, Column.BRANCH, 3);
        String bankName = name(line, row, Column.BANK_NAME);
        String bankKana = kana(line, row, Column.BANK_KANA);
        String branchName = name(line, row, Column.BRANCH_NAME);
        String branchKana = kana(line, row, Column.BRANCH_KANA);
        LocalDate from = date(line, row, Column.VALID_FROM);
        LocalDate to = date(line, row, Column.VALID_TO);
        if (errors.size() > before) {
            return;
        }
        BankBranch read =
                new BankBranch(
                        new BankCode(bank),
                        bankName,
                        bankKana,
                        new BranchCode(branch),
                        branchName,
                        branchKana,
                        from,
                        to);
        if (branches.putIfAbsent(bank + branch, read) != null) {
            error("bank.masterRepeated", line, Column.BRANCH.header(), bank + "-" + branch, "");
        }
    }

    private String digits(long line, CSVRecord row, Column column, int length) {
        String text = text(row, column);
        if (!Digits.isDigits(text, length, length)) {
            error("bank.masterDigits", line, column.header(), text, length + "");
        }
        return text;
    }

    private String name(long line, CSVRecord row, Column column) {
        String text = text(row, column);
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            error("bank.masterName", line, column.header(), text, "");
        }
        return text;
    }

    /** Kana is for people and totals; no payment depends on it, so it may be empty. */
    private String kana(long line, CSVRecord row, Column column) {
        return text(row, column).isEmpty() ? "" : name(line, row, column);
    }

    private @Nullable LocalDate date(long line, CSVRecord row, Column column) {
        return switch (Dates.read(text(row, column))) {
            case DateReading.Read(LocalDate date, boolean _) -> date;
            case DateReading.Empty _ -> null;
            case DateReading.Unknown _, DateReading.Unreadable _ -> {
                error("bank.masterDate", line, column.header(), text(row, column), "yyyy-MM-dd");
                yield null;
            }
        };
    }

    /** The field, or nothing where the file has no such column; breaks and tabs are spaces. */
    private String text(CSVRecord row, Column column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.get(index).replaceAll("[\\r\\n\\t]", " ").strip();
    }

    private void error(String key, long line, String column, String found, String expected) {
        errors.add(new FileRefusal(key, file, line, column, found, expected));
    }
}
