package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.export.Export;
import jp.kyufu.program.Program;
import jp.kyufu.samples.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's account is one, whatever programs are paid from it. */
class OneStatementForTwoProgramsTest {

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void settle() {
        village = new Village(directory, 12, 9_999, false);
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void oneStatementTellsOfFilesOfBothProgramsAndEachIsPostedInItsOwnBooks() throws IOException {
        Program second = village.open("second", "");
        apply(village.program, 1, 2);
        apply(second, 3, 5);
        village.assess();
        village.assess(second);
        release(village.program);
        release(second);
        village.get(FileDoubts.class).unknown(2, "nobody signed for it", "FINANCE");
        LocalDate day = Village.TODAY.plusDays(1);
        Statement statement =
                new Statement(
                        new Statement.BankAccount("0005", "123", 1, "0000000099", "ﾑﾗﾔｸﾊﾞ"),
                        day,
                        day,
                        day,
                        1_000_000,
                        1_000_000 - 25_000 - 20_000 + 10_000 + 5_000,
                        List.of(
                                line(2, day, false, 25_000, ""),
                                line(3, day, false, 20_000, ""),
                                line(
                                        4,
                                        day,
                                        true,
                                        10_000,
                                        "%010d".formatted(paymentOf(village.program, 1))),
                                line(
                                        5,
                                        day,
                                        true,
                                        5_000,
                                        "%010d".formatted(paymentOf(second, 3)))));
        Path file = directory.resolve("statement.txt");
        Files.write(file, StatementFile.write(List.of(statement)));
        Answer answer =
                village.command(
                        "import",
                        "statement",
                        file.toString(),
                        "--as",
                        "ALL",
                        "--today",
                        "2026-06-02");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(village.payment(paymentOf(village.program, 1))).isEqualTo("RETURNED");
        assertThat(village.payment(paymentOf(second, 3))).isEqualTo("RETURNED");
        assertThat(one("SELECT count(*) FROM payment WHERE state = 'ACCEPTED'")).isEqualTo(2);
        assertThat(
                        one(
                                "SELECT count(*) FROM payment_event e JOIN posting g USING (posting_id)"
                                        + " JOIN payment p USING (payment_no) WHERE p.program_id <> g.program_id"))
                .isZero();
        // Nobody knew whether file 2 was sent: the bank's own document ended the doubt, and is
        // kept.
        assertThat(
                        village.jdbc()
                                .sql(
                                        "SELECT document FROM file_evidence WHERE file_no = 2 AND from_state = 'UNKNOWN'")
                                .query(String.class)
                                .single())
                .startsWith("statement");
    }

    private static StatementLine line(
            int no, LocalDate day, boolean credit, long amount, String number) {
        return new StatementLine(
                no,
                0,
                0,
                day,
                credit,
                "11",
                amount,
                credit ? "" : "0000000777",
                "ｿｳｺﾞｳﾌﾘｺﾐ",
                "",
                number);
    }

    private void apply(Program program, int... households) {
        String kind = program.code().substring(0, 1).toUpperCase(Locale.ROOT);
        village.apply(
                program,
                IntStream.of(households)
                        .mapToObj(h ->
                                Village.application(
                                        h, kind + "%010d".formatted(h), "2026-04-01 09:00:00"))
                        .toList());
    }

    private long paymentOf(Program program, int h) {
        return Long.parseLong(
                village.export(Export.ENTITLEMENTS, program, "resident_no")
                        .get(Village.resident(h, 0))
                        .get("payment_no"));
    }

    private void release(Program program) {
        List<Integer> files = village.build(program);
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
    }

    private long one(String sql) {
        return village.jdbc().sql(sql).query(Long.class).single();
    }
}
