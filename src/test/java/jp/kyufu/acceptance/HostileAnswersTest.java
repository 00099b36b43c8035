package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.samples.Mutation;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements of the bank and totals of the point provider, damaged by {@link Mutation} and handed
 * in: refused whole without a trace, or every line of them is kept.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileAnswersTest {

    private static final int FILES = Integer.getInteger("files", 120);
    private static final long SEED = Long.getLong("seed", 1);

    @TempDir static Path directory;
    private static Village village;
    private static Ledgers ledgers;

    @BeforeAll
    static void settle() {
        System.out.println("seed " + SEED + ", files " + FILES);
        village = new Village(directory, 3, 9_999, false);
        ledgers = new Ledgers(village.jdbc());
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    @Test
    void damagedTotals() throws IOException {
        StringBuilder file = new StringBuilder("事業コード,日付,付与件数,付与ポイント数,不成立件数,失効件数\n");
        for (int day = 1; day <= 9; day++) {
            file.append("mura2026,2026-05-0" + day + "," + day + "," + 6_000 * day + ",0,0\n");
        }
        handIn(
                file.toString().getBytes(StandardCharsets.UTF_8),
                path -> village.get(ImportJobs.class).pointTotals(path, "FINANCE"),
                bytes -> {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    if (text.indexOf('"') < 0 && text.indexOf('\r') < 0) {
                        long lines = text.lines().skip(1).filter(line -> !line.isBlank()).count();
                        assertThat(newest("point_total", "total_file_no")).isEqualTo(lines);
                    }
                });
    }

    @Test
    void damagedStatements() throws IOException {
        LocalDate day = LocalDate.of(2026, 5, 1);
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            lines.add(new StatementLine(i + 1, 0, 0, day, true, "11", 5_000, "", "ﾌﾘｺﾐ", "", ""));
        }
        Statement statement =
                new Statement(
                        new Statement.BankAccount("0005", "123", 1, "0000000099", "ﾑﾗﾔｸﾊﾞ"),
                        day,
                        day,
                        day,
                        0,
                        45_000,
                        lines);
        handIn(
                StatementFile.write(List.of(statement)),
                path -> village.get(ImportJobs.class).statement(path, "FINANCE"),
                bytes -> {
                    List<Statement> read = StatementFile.read(bytes, "s");
                    assertThat(read).hasSize(1);
                    assertThat(
                                    one(
                                            "SELECT lines FROM statement ORDER BY statement_no DESC LIMIT 1"))
                            .isEqualTo(read.getFirst().lines().size());
                });
    }

    private static void handIn(byte[] whole, Consumer<Path> act, Consumer<byte[]> taken)
            throws IOException {
        int accepted = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(whole);
            Path file = Files.write(directory.resolve("damaged-" + i), bytes);
            var before = ledgers.digest();
            try {
                act.accept(file);
                taken.accept(bytes);
                accepted++;
            } catch (Refusal refusal) {
                assertThat(ledgers.digest())
                        .as("seed %s: %s", SEED + i, refusal.key())
                        .isEqualTo(before);
            }
        }
        assertThat(accepted).isBetween(1, FILES - 1);
    }

    private static long newest(String table, String file) {
        return one(
                "SELECT count(*) FROM %1$s WHERE %2$s = (SELECT max(%2$s) FROM %1$s)"
                        .formatted(table, file));
    }

    private static long one(String sql) {
        return village.jdbc().sql(sql).query(Long.class).single();
    }
}
