package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.kyufu.samples.Mutation;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bank statements, damaged by {@link Mutation}: refused whole, or what is read adds up. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileStatementsTest {

    private static final int FILES = 4_000;
    private static final long SEED = Long.getLong("seed", 1);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void aDamagedStatementIsRefusedOrSaysWhatItsBytesSayAndAddsUp() {
        System.out.println("seed " + SEED);
        byte[] file =
                StatementFile.write(
                        List.of(statement("0000012345", 12), statement("0000012346", 0)));
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(file);
            try {
                List<Statement> statements = StatementFile.read(bytes, "damaged.txt");
                for (Statement one : statements) {
                    assertThat(one.opening() + one.sum(true) - one.sum(false))
                            .as("seed %s", SEED + i)
                            .isEqualTo(one.closing());
                    one.lines().forEach(line -> asWritten(bytes, line));
                }
                assertThat(statements.stream().mapToInt(one -> one.lines().size()).sum())
                        .as("seed %s", SEED + i)
                        .isEqualTo(records(bytes));
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.key()).as("seed %s", SEED + i).startsWith("bank.");
            }
        }
        assertThat(read).isBetween(FILES / 100, FILES * 9 / 10);
    }

    private static void asWritten(byte[] bytes, StatementLine line) {
        String record =
                new String(StatementFile.original(bytes, line), StandardCharsets.ISO_8859_1);
        assertThat(record).startsWith("2").contains(Long.toString(line.amount()));
    }

    private static int records(byte[] bytes) {
        return (int)
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("2"))
                        .count();
    }

    private static Statement statement(String account, int lines) {
        List<StatementLine> all = new ArrayList<>();
        long closing = 1_000_000;
        for (int i = 1; i <= lines; i++) {
            boolean credit = i % 3 == 0;
            long amount = 5_000L * i;
            closing += credit ? amount : -amount;
            all.add(
                    new StatementLine(
                            i + 1,
                            0,
                            0,
                            DAY,
                            credit,
                            "11",
                            amount,
                            "0123456789",
                            "ｿｳｺﾞｳﾌﾘｺﾐ",
                            "",
                            ""));
        }
        return new Statement(
                new Statement.BankAccount("0001", "001", 1, account, "ｿｳﾄｼ"),
                DAY.plusDays(1),
                DAY,
                DAY.plusDays(1),
                1_000_000,
                closing,
                all);
    }
}
