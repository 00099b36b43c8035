package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnFileTest {

    private static final Charset JIS = Charset.forName("JIS_X0201");

    /** Header, three data records with results 0, 1 and 8, trailer, end. */
    private final List<String> records = new ArrayList<>();

    ReturnFileTest() {
        byte[] file =
                TransferFile.write(
                        Transfers.CITY,
                        Transfers.profile(Terminator.NONE),
                        LocalDate.of(2026, 7, 3),
                        List.of(
                                Transfers.record("0000001", "ﾔﾏﾀﾞ ﾊﾅｺ", 5_000, 1),
                                Transfers.record("0000002", "ｻﾄｳ ｼﾞﾛｳ", 10_000, 2),
                                Transfers.record("0000003", "ｽｽﾞｷ", 15_000, 3)));
        String text = new String(file, JIS);
        for (int at = 0; at < text.length(); at += 120) {
            records.add(text.substring(at, at + 120));
        }
        change(1, 114, "0");
        change(2, 114, "1");
        change(3, 114, "8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", ""})
    void everyTerminatorIsRead(String terminator) {
        ReturnFile file = read(String.join(terminator, records) + terminator);
        assertThat(file.consignorCode()).isEqualTo("0000012345");
        assertThat(file.payDay()).isEqualTo(MonthDay.of(7, 3));
        assertThat(file.lines()).extracting(ReturnLine::lineNo).containsExactly(2, 3, 4);
        assertThat(lines(file))
                .extracting(ReturnLine.Read::resultCode)
                .containsExactly('0', '1', '8');
        ReturnLine.Read second = lines(file).get(1);
        assertThat(second.bank().digits()).isEqualTo("0005");
        assertThat(second.branch().digits()).isEqualTo("123");
        assertThat(second.depositType()).isEqualTo('1');
        assertThat(second.account().digits()).isEqualTo("0000002");
        assertThat(second.payee()).isEqualTo("ｻﾄｳ ｼﾞﾛｳ");
        assertThat(second.amount()).isEqualTo(10_000);
        assertThat(second.paymentNo()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", ""})
    void theLastTerminatorMayBeMissingAndAControlZMayFollow(String terminator) {
        assertThat(read(String.join(terminator, records)).lines()).hasSize(3);
        assertThat(read(String.join(terminator, records) + "\u001A").lines()).hasSize(3);
        assertThat(read(String.join(terminator, records) + terminator + "\u001A").lines())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void trailingSpacesMayBeStripped(String terminator) {
        String stripped =
                records.stream().map(String::stripTrailing).collect(Collectors.joining(terminator));
        assertThat(lines(read(stripped)))
                .extracting(ReturnLine.Read::resultCode)
                .containsExactly('0', '1', '8');
    }

    @Test
    void theEndRecordMayBeStrippedEvenWithoutTerminators() {
        assertThat(read(String.join("", records).stripTrailing()).lines()).hasSize(3);
    }

    @Test
    void whatABankFillsInIsNotLookedAt() {
        change(0, 63, "ﾐｽﾞﾎ");
        change(1, 6, "ﾐﾂﾋﾞｼUFJ");
        change(1, 24, "ﾎﾝﾃﾝ");
        change(1, 39, "    ");
        change(4, 20, "000001000000005000000002000000025000");
        assertThat(read(all()).lines()).hasSize(3).allMatch(ReturnLine.Read.class::isInstance);
    }

    @Test
    void aLineWithoutAResultHasASpaceForItsCode() {
        change(1, 114, " ");
        assertThat(lines(read(all())).getFirst().resultCode()).isEqualTo(' ');
    }

    @Test
    void lettersInANumberDoNotLoseTheOtherLines() {
        change(2, 44, "00A0002");
        ReturnFile file = read(all());
        assertThat(file.lines()).hasSize(3);
        assertThat(lines(file)).extracting(ReturnLine.Read::paymentNo).containsExactly(1L, 3L);
        assertThat(file.lines().get(1))
                .isEqualTo(
                        new ReturnLine.Unreadable(3, 2 * 122, 120, "c44-50 口座番号", "00A0002", "N7"));
    }

    @Test
    void anUnreadableAmountLeavesTheSumUnproven() {
        change(2, 81, "00000X0000");
        assertThat(read(all()).lines().get(1)).isInstanceOf(ReturnLine.Unreadable.class);
    }

    @Test
    void theOriginalBytesOfALineAreKept() {
        byte[] bytes = all().getBytes(JIS);
        ReturnLine line = ReturnFile.read(bytes, "f").lines().get(2);
        assertThat(new String(ReturnFile.original(bytes, line), JIS)).isEqualTo(records.get(3));
    }

    @ParameterizedTest
    @CsvSource({
        "trailer-count-one-too-many,bank.trailerCount,5",
        "trailer-sum-one-yen-short,bank.trailerSum,5",
        "data-record-missing,bank.trailerCount,4",
        "data-after-end,bank.dataAfterEnd,7",
        "end-record-missing,bank.fileCut,6",
        "trailer-before-data,bank.recordOrder,3",
        "header-missing,bank.recordOrder,1",
        "second-header,bank.recordOrder,3",
        "trailer-missing,bank.recordOrder,5",
        "code-division-ebcdic,bank.ebcdic,1",
        "kind-of-salary,bank.recordField,1",
        "pay-day-0230,bank.recordField,1",
        "utf-8-byte-order-mark,bank.fileBom,1",
        "empty,bank.fileEmpty,1",
        "control-z-only,bank.fileEmpty,1",
        "data-record-one-byte-short,bank.recordShort,3",
        "data-record-cut-in-amount,bank.recordShort,3",
        "data-record-one-byte-long,bank.recordLong,3",
        "blank-line-between,bank.recordOrder,3",
        "trailer-letters-in-count,bank.recordField,5"
    })
    void aDamagedFileIsRefusedAtItsLine(String defect, String key, long line) {
        byte[] bytes = damaged(defect).getBytes(JIS);
        if (defect.equals("utf-8-byte-order-mark")) {
            bytes[0] = (byte) 0xEF;
            bytes[1] = (byte) 0xBB;
            bytes[2] = (byte) 0xBF;
        }
        String file = defect + ".txt";
        assertThatThrownBy(() -> ReturnFile.read(bytes, file))
                .isInstanceOfSatisfying(
                        FileRefusal.class,
                        refusal -> {
                            assertThat(refusal.key()).isEqualTo(key);
                            assertThat(refusal.location()).startsWith(file + ":" + line);
                            for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                                assertThat(new Words(locale).of(refusal)).contains(file);
                            }
                        });
    }

    @Test
    void withoutTerminatorsAMissingByteIsNeverFilledFromTheNextRecord() {
        records.set(2, records.get(2).substring(1));
        assertThatThrownBy(() -> read(String.join("", records))).isInstanceOf(FileRefusal.class);
    }

    private String damaged(String defect) {
        switch (defect) {
            case "trailer-count-one-too-many" -> change(4, 2, "000004");
            case "trailer-sum-one-yen-short" -> change(4, 8, "000000029999");
            case "data-record-missing" -> records.remove(2);
            case "data-after-end" -> records.add(records.get(1));
            case "end-record-missing" -> records.removeLast();
            case "trailer-before-data" -> records.add(1, records.remove(4));
            case "header-missing" -> records.removeFirst();
            case "second-header" -> records.add(2, records.getFirst());
            case "trailer-missing" -> records.remove(4);
            case "code-division-ebcdic" -> change(0, 4, "1");
            case "kind-of-salary" -> change(0, 2, "11");
            case "pay-day-0230" -> change(0, 55, "0230");
            case "utf-8-byte-order-mark" -> records.set(0, "BOM" + records.getFirst());
            case "empty" -> {
                return "";
            }
            case "control-z-only" -> {
                return "\u001A";
            }
            case "data-record-one-byte-short" -> records.set(2, records.get(2).substring(0, 119));
            case "data-record-cut-in-amount" -> records.set(2, records.get(2).substring(0, 85));
            case "data-record-one-byte-long" -> records.set(2, records.get(2) + " ");
            case "blank-line-between" -> records.add(2, "");
            case "trailer-letters-in-count" -> change(4, 2, "00000O");
            default -> throw new IllegalArgumentException(defect);
        }
        return all();
    }

    private String all() {
        return String.join("\r\n", records) + "\r\n";
    }

    private static ReturnFile read(String text) {
        return ReturnFile.read(text.getBytes(JIS), "return.txt");
    }

    private static List<ReturnLine.Read> lines(ReturnFile file) {
        return file.lines().stream()
                .filter(ReturnLine.Read.class::isInstance)
                .map(ReturnLine.Read.class::cast)
                .toList();
    }

    /** Puts a text into a record; columns count from 1 as the standard's do. */
    private void change(int record, int column, String text) {
        String old = records.get(record);
        records.set(
                record,
                old.substring(0, column - 1) + text + old.substring(column - 1 + text.length()));
    }
}
