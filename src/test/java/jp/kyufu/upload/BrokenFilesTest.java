package jp.kyufu.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;

/** The files of this folder, each named for what is wrong with it. */
class BrokenFilesTest {

    private static final Layout LAYOUT = new Layout("test", List.of("番号", "氏名"), List.of("備考"));

    @Test
    void rowsWithAFaultAreRejectedAloneAndTheRestGoesOn() {
        assertThat(read("unclosed-quote.csv"))
                .containsExactly("2 QUOTE_BROKEN ", "3 2/鈴木/", "4 3/佐藤/と\"じた", "5 4/高橋/");
        assertThat(read("stray-quote.csv"))
                .containsExactly("2 QUOTE_BROKEN ", "3 2/鈴\"木/", "4 3/佐藤/");
        assertThat(read("windows-31j-broken-bytes.csv"))
                .containsExactly(
                        "2 1/山田/", "3 ENCODING_BROKEN 氏名", "4 ENCODING_BROKEN 氏名", "5 4/佐藤/");
        assertThat(read("utf-8-broken-bytes.csv"))
                .containsExactly("2 1/山田/", "3 ENCODING_BROKEN 氏名", "4 3/佐藤/");
        assertThat(read("nul.csv")).containsExactly("2 CONTROL_CHARACTER 氏名", "3 2/鈴木/");
        assertThat(read("control-character.csv"))
                .containsExactly("2 CONTROL_CHARACTER 氏名", "3 2/鈴木/a b", "4 CONTROL_CHARACTER 備考");
        assertThat(read("column-count.csv"))
                .containsExactly("2 COLUMN_COUNT ", "3 COLUMN_COUNT ", "4 3/佐藤/");
    }

    @Test
    void whatOnlyLooksOddIsReadWhole() {
        assertThat(read("byte-order-mark.csv")).containsExactly("2 1/山田/");
        assertThat(read("mixed-line-ends.csv"))
                .containsExactly("2 1/山田/", "3 2/鈴木/", "5 3/佐藤/二 行 と", "7 4/高橋/");
        assertThat(read("windows-31j.csv")).containsExactly("2 1/髙﨑ソ能表/①㈱～");
        assertThat(read("header-only.csv")).isEmpty();
    }

    @Test
    void aFileThatCannotBeTheRightOneIsRefusedWhole() {
        assertThat(refused("empty.csv"))
                .isEqualTo("empty.csv:1 empty.csv is an empty file (0 bytes).");
        assertThat(refused("column-missing.csv"))
                .isEqualTo(
                        "column-missing.csv:1:氏名 column-missing.csv, line 1: the column \"氏名\" is"
                                + " missing. Missing: 氏名. Found: 番号,備考");
        assertThat(refused("column-repeated.csv"))
                .isEqualTo(
                        "column-repeated.csv:1:番号 column-repeated.csv, line 1: the column \"番号\""
                                + " stands there more than once.");
        assertThat(refused("no-header.csv"))
                .isEqualTo(
                        "no-header.csv:1 no-header.csv, line 1: this is no header (\"1,山田,\")."
                                + " Required columns: 番号,氏名");
        assertThat(refused("blank-lines-only.csv"))
                .isEqualTo(
                        "blank-lines-only.csv:1 blank-lines-only.csv has no header."
                                + " Required columns: 番号,氏名");
        assertThat(refused("header-unclosed-quote.csv")).contains("this is no header");
        assertThat(refused("not-text.csv")).contains("the encoding is not known (80 81 82");
        assertThat(refused("utf-16.csv")).contains("utf-16.csv, line 1");
        assertThat(refused("carriage-returns.csv"))
                .isEqualTo(
                        "carriage-returns.csv:1 carriage-returns.csv, line 1 ends in CR alone."
                                + " Save the file with lines that end in CRLF or LF.");
        assertThat(refused("carriage-return-after-header.csv")).contains("ends in CR alone");
        assertThat(refused("absent.csv")).contains("cannot be read");
    }

    @Test
    void amongSeveralLayoutsTheHeaderChooses() {
        Layout other = new Layout("other", List.of("管理番号", "氏名"), List.of());
        assertThat(
                        CsvFile.open(path("nul.csv"), List.of(other, LAYOUT), UsualLimits.USUAL)
                                .layout()
                                .name())
                .isEqualTo("test");
    }

    @Test
    void whereTheHeaderIsPlainAsciiTheRowsTellTheEncoding() {
        Layout ascii = new Layout("ascii", List.of("no"), List.of("name"));
        assertThat(
                        CsvFile.open(
                                        path("ascii-header-windows-31j.csv"),
                                        List.of(ascii),
                                        UsualLimits.USUAL)
                                .encoding())
                .isEqualTo(Encoding.WINDOWS_31J);
        assertThat(
                        CsvFile.open(
                                        path("ascii-header-utf-8.csv"),
                                        List.of(ascii),
                                        UsualLimits.USUAL)
                                .encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    /** Each row as its line and its values, or its line, code and column. */
    private static List<String> read(String name) {
        CsvFile file = CsvFile.open(path(name), List.of(LAYOUT), UsualLimits.USUAL);
        RowStage<List<String>> stage =
                new RowStage<>() {
                    @Override
                    public List<String> newBlock() {
                        return new ArrayList<>();
                    }

                    @Override
                    public List<Reject> read(Record row, List<String> block) {
                        String values = String.join("/", row.value(0), row.value(1), row.value(2));
                        block.add(row.line() + " " + values);
                        return List.of();
                    }

                    @Override
                    public void store(Chunk<List<String>> chunk) {}
                };
        try (var in = file.from(file.rowsOffset())) {
            RecordScanner records =
                    new RecordScanner(
                            in,
                            file.rowsOffset(),
                            file.rowsLine(),
                            file.header().names().size(),
                            UsualLimits.USUAL);
            RowReader<List<String>> reader = new RowReader<>(1, file, stage, bytes -> bytes);
            ReadBlock<List<String>> block = reader.read(records.next());
            List<String> lines = new ArrayList<>(block.block());
            for (Rejects.Row row : block.rejects().rows()) {
                Reject reject = row.reject();
                lines.add(row.line() + " " + reject.code() + " " + reject.column());
            }
            return lines.stream().sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refused(String name) {
        FileRefusal refusal =
                catchThrowableOfType(
                        FileRefusal.class,
                        () -> CsvFile.open(path(name), List.of(LAYOUT), UsualLimits.USUAL));
        return refusal.location() + " " + new Words(Locale.ENGLISH).of(refusal);
    }

    private static Path path(String name) {
        try {
            var folder = BrokenFilesTest.class.getResource("empty.csv");
            return Path.of(Objects.requireNonNull(folder).toURI()).resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
