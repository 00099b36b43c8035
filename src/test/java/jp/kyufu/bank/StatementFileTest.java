package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFileTest {

    private static final Charset JIS = Charset.forName("JIS_X0201");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Statement.BankAccount CITY =
            new Statement.BankAccount("0001", "001", 1, "0000012345", "ｿｳﾄｼ");
    private static final Statement STATEMENT =
            new Statement(
                    CITY,
                    DAY.plusDays(1),
                    DAY,
                    DAY.plusDays(1),
                    1_000_000,
                    985_000,
                    List.of(
                            line(2, DAY, false, 20_000, "0123456789", "ｿｳｺﾞｳﾌﾘｺﾐ", ""),
                            line(3, DAY.plusDays(1), true, 5_000, "", "ﾍﾝｷﾔｸ", "0000000007")));

    /** Header, a debit, a credit, trailer, end. */
    private final List<String> records = new ArrayList<>();

    StatementFileTest() {
        String text = new String(StatementFile.write(List.of(STATEMENT)), JIS);
        for (int at = 0; at < text.length(); at += 202) {
            records.add(text.substring(at, at + 200));
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Statement read = StatementFile.read(all().getBytes(JIS), "s").getFirst();
        assertThat(read.account()).isEqualTo(CITY);
        assertThat(read.made()).isEqualTo(DAY.plusDays(1));
        assertThat(read.opening()).isEqualTo(1_000_000);
        assertThat(read.closing()).isEqualTo(985_000);
        assertThat(read.lines())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("offset", "length")
                .isEqualTo(STATEMENT.lines());
    }

    @Test
    void theBytesStandWhereTheStandardPutsThem() {
        assertThat(records.get(0)).startsWith("1030080702080701080702" + "0001");
        assertThat(records.get(1).substring(9, 15)).isEqualTo("080701");
        assertThat(records.get(1).substring(21, 36)).isEqualTo("211" + "000000020000");
        assertThat(records.get(1).substring(71, 81)).isEqualTo("0123456789");
        assertThat(records.get(2).substring(159, 179)).startsWith("ﾍﾝｷﾔｸ");
        assertThat(records.get(2).substring(179, 199).strip()).isEqualTo("0000000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", ""})
    void everyTerminatorIsRead(String terminator) {
        assertThat(read(String.join(terminator, records)).getFirst().lines()).hasSize(2);
        assertThat(read(String.join(terminator, records) + terminator + "\u001A")).hasSize(1);
    }

    @Test
    void trailingSpacesMayBeStripped() {
        String stripped =
                records.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
        assertThat(read(stripped).getFirst().lines()).hasSize(2);
    }

    @Test
    void aFileMayTellOfSeveralAccountsAndOfDaysWithoutAMovement() {
        Statement quiet = new Statement(CITY, DAY, DAY, DAY, -5, -5, List.of());
        List<Statement> read =
                StatementFile.read(StatementFile.write(List.of(STATEMENT, quiet)), "s");
        assertThat(read).hasSize(2);
        assertThat(read.get(1).closing()).isEqualTo(-5);
        assertThat(read.get(1).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "balance-one-yen-short,bank.statementCount,4",
        "sum-of-debits-wrong,bank.statementCount,4",
        "count-of-credits-wrong,bank.statementCount,4",
        "accounts-wrong,bank.statementCount,5",
        "neither-in-nor-out,bank.recordField,2",
        "letters-in-amount,bank.recordField,2",
        "no-amount,bank.recordField,2",
        "day-0631,bank.statementDate,2",
        "year-0,bank.statementDate,1",
        "period-backwards,bank.recordField,1",
        "ebcdic,bank.ebcdic,1",
        "kind-01,bank.recordField,1",
        "overdrawn-x,bank.recordField,1"
    })
    void aRecordThatCannotBeRightIsNamed(String defect, String key, long line) {
        damage(defect);
        Refusal refused = refusal(all());
        assertThat(refused.key()).isEqualTo("bank.statementErrors");
        assertThat(refused.details())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.key()).isEqualTo(key);
                    assertThat(one.location()).startsWith("s:" + line);
                });
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(new Words(locale).of(refused)).contains("s");
        }
    }

    @Test
    void everyWrongRecordIsNamedNotOnlyTheFirst() {
        damage("letters-in-amount");
        change(2, 22, "3");
        assertThat(refusal(all()).details())
                .extracting(Refusal::location)
                .containsExactly("s:2:c25-36 金額", "s:3:c22 入払区分");
    }

    @ParameterizedTest
    @CsvSource({
        "end-missing,bank.fileCut,5",
        "trailer-missing,bank.recordOrder,4",
        "header-missing,bank.recordOrder,1",
        "data-after-end,bank.dataAfterEnd,6",
        "record-cut,bank.recordShort,2",
        "record-long,bank.recordLong,2"
    })
    void aFileWithoutItsShapeIsRefusedAtTheLine(String defect, String key, long line) {
        damage(defect);
        Refusal refused = refusal(all());
        assertThat(refused).isInstanceOf(FileRefusal.class);
        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.location()).startsWith("s:" + line);
    }

    @Test
    void bytesThatWereFlippedAreReadOrRefusedNeverMore() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] whole = all().getBytes(JIS);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Statement read = StatementFile.read(bytes, "s").getFirst();
                assertThat(read.closing())
                        .isEqualTo(read.opening() + read.sum(true) - read.sum(false));
            } catch (Refusal refusal) {
                assertThat(refusal.key()).startsWith("bank.");
            }
        }
    }

    private void damage(String defect) {
        switch (defect) {
            case "balance-one-yen-short" -> change(3, 41, "00000000984999");
            case "sum-of-debits-wrong" -> change(3, 27, "0000000020001");
            case "count-of-credits-wrong" -> change(3, 2, "000002");
            case "accounts-wrong" -> change(4, 12, "00002");
            case "neither-in-nor-out" -> change(1, 22, "0");
            case "letters-in-amount" -> change(1, 25, "00000002O000");
            case "no-amount" -> change(1, 25, "000000000000");
            case "day-0631" -> change(1, 10, "080631");
            case "year-0" -> change(0, 5, "000701");
            case "period-backwards" -> change(0, 17, "080630");
            case "ebcdic" -> change(0, 4, "1");
            case "kind-01" -> change(0, 2, "01");
            case "overdrawn-x" -> change(0, 114, "X");
            case "end-missing" -> records.removeLast();
            case "trailer-missing" -> records.remove(3);
            case "header-missing" -> records.removeFirst();
            case "data-after-end" -> records.add(records.get(1));
            case "record-cut" -> records.set(1, records.get(1).substring(0, 30));
            case "record-long" -> records.set(1, records.get(1) + " ");
            default -> throw new IllegalArgumentException(defect);
        }
    }

    private static StatementLine line(
            int no,
            LocalDate day,
            boolean credit,
            long amount,
            String consignor,
            String remark,
            String reference) {
        return new StatementLine(
                no, 0, 0, day, credit, "11", amount, consignor, "ﾃｽﾄ", remark, reference);
    }

    private String all() {
        return String.join("\r\n", records) + "\r\n";
    }

    private static List<Statement> read(String text) {
        return StatementFile.read(text.getBytes(JIS), "s");
    }

    private static Refusal refusal(String text) {
        return catchThrowableOfType(Refusal.class, () -> read(text));
    }

    /** Puts a text into a record; columns count from 1 as the standard's do. */
    private void change(int record, int column, String text) {
        String old = records.get(record);
        records.set(
                record,
                old.substring(0, column - 1) + text + old.substring(column - 1 + text.length()));
    }
}
