package jp.kyufu.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.books.Books;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;

/**
 * The other side of finance: a ledger whose files are released on {@link Ledger#TODAY} for {@link
 * #PAY_DAY}, and the bank that tells what its account saw.
 */
final class BankCounter implements AutoCloseable {

    static final LocalDate PAY_DAY = LocalDate.of(2026, 6, 3);
    static final LocalDate NEXT_DAY = LocalDate.of(2026, 6, 4);
    static final long OPENING = 1_000_000;

    final Ledger ledger;
    private final Path directory;
    private int files;

    BankCounter(Path directory, int recordsPerFile) {
        this.directory = directory;
        this.ledger = new Ledger(directory, recordsPerFile);
    }

    /** Plans, builds and releases payments of the households from one number to another. */
    BankCounter send(int first, int last) {
        ledger.households(first, last).plan();
        return send();
    }

    BankCounter send() {
        List<Integer> built =
                ledger
                        .get(FileBuild.class)
                        .build(ledger.program, Optional.empty(), Optional.empty(), "office")
                        .stream()
                        .map(DispatchFile::fileNo)
                        .toList();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(built, "office");
        acts.approve(built, "approver");
        acts.release(built, directory.resolve("out"), "finance");
        return this;
    }

    static StatementLine debit(LocalDate day, long amount) {
        return new StatementLine(
                0, 0, 0, day, false, "11", amount, "0123456789", "ｿｳﾄｼ", "ｿｳｺﾞｳﾌﾘｺﾐ", "");
    }

    static StatementLine credit(LocalDate day, long amount, String remark, String reference) {
        return new StatementLine(0, 0, 0, day, true, "11", amount, "", "ﾃｽﾄ", remark, reference);
    }

    static Statement statement(LocalDate from, LocalDate to, long opening, StatementLine... lines) {
        var open =
                new Statement(
                        new Statement.BankAccount("0001", "001", 1, "0000012345", "ｿｳﾄｼ"),
                        to,
                        from,
                        to,
                        opening,
                        0,
                        List.of(lines));
        return new Statement(
                open.account(),
                to,
                from,
                to,
                opening,
                opening + open.sum(true) - open.sum(false),
                List.of(lines));
    }

    /** The bank sends a statement on its last day. */
    StatementSummary take(Statement statement) {
        ledger.on(statement.to());
        return take(StatementFile.write(List.of(statement))).getFirst();
    }

    List<StatementSummary> take(byte[] bytes) {
        return ledger.get(Statements.class).importStatement(write(bytes), "finance");
    }

    ResultSummary results(Map<Long, String> codes) {
        Path sent = directory.resolve("out").resolve("furikomi-test-2026-000001-20260603.txt");
        return ledger.get(Results.class)
                .importTransfer(ledger.program, write(new Answers(sent).file(codes)), "finance");
    }

    ResultSummary points(String rows) {
        byte[] bytes = ("付与番号,結果コード,付与日時,ポイント数\n" + rows).getBytes(StandardCharsets.UTF_8);
        return ledger.get(Results.class).importPoints(ledger.program, write(bytes), "finance");
    }

    PointTotalSummary totals(String rows) {
        String header = "事業コード,日付,付与件数,付与ポイント数,不成立件数,失効件数\n";
        return ledger.get(PointTotals.class)
                .importTotals(write((header + rows).getBytes(StandardCharsets.UTF_8)), "finance");
    }

    DaySheet close(LocalDate day) {
        return ledger.get(DayClose.class).close(ledger.program, Optional.of(day), "finance");
    }

    List<Unexplained> unexplained() {
        return ledger.get(Reconciliation.class).unexplained(ledger.program);
    }

    List<String> open() {
        return unexplained().stream().map(u -> u.kind() + " " + u.ref()).toList();
    }

    void explain(String kind, String ref) {
        ledger.get(Reconciliation.class).explain(ledger.program, kind, ref, "asked", "finance");
    }

    FileBooks books(int file) {
        return ledger.get(Reconciliation.class).files(ledger.program).get(file - 1);
    }

    FileState file(int file) {
        return ledger.get(DispatchFiles.class).list(ledger.program).get(file - 1).state();
    }

    List<String> problems() {
        return ledger.get(Books.class).verify().stream().map(p -> p.name() + p.rows()).toList();
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(directory.resolve("told-" + ++files), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
