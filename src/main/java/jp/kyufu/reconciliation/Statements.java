package jp.kyufu.reconciliation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in statements of the city's own accounts (入出金取引明細, zengin.md). A statement is of an
 * account, not of a program: all programs that send from it share its lines.
 */
@Component
public class Statements {

    private final Limits limits;
    private final StatementStore store;
    private final Clearing clearing;
    private final Keys keys;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Statements(
            StatementStore store,
            Clearing clearing,
            Keys keys,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Limits limits) {
        this.limits = limits;
        this.store = store;
        this.clearing = clearing;
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes in a statement file and clears what it explains. A line that an earlier statement told
     * is not taken again.
     *
     * @param person of finance
     * @return what became of each account in it
     * @throws Refusal for bytes received before, as {@link StatementFile#read}, for an account no
     *     program sends from, and for a statement made in the future
     */
    public List<StatementSummary> importStatement(Path path, String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.FINANCE);
        AnswerFile answer = AnswerFile.read(path, limits);
        store.received(answer.sha256()).ifPresent(answer::refuse);
        List<Statement> statements = StatementFile.read(answer.bytes(), answer.name());
        statements.forEach(statement -> mustBeOurs(statement, answer.name(), today));
        return Check.present(
                transaction.execute(_ -> {
                    store.lock();
                    store.received(answer.sha256()).ifPresent(answer::refuse);
                    List<Integer> numbers = new ArrayList<>();
                    for (Statement statement : statements) {
                        numbers.add(take(statement, answer, person));
                    }
                    clearing.run(today, person);
                    List<StatementSummary> summaries =
                            numbers.stream().map(store::summary).toList();
                    summaries.forEach(summary ->
                            audit.record(
                                    person,
                                    "statement.import",
                                    "statement " + summary.statementNo(),
                                    summary.buckets()));
                    return summaries;
                }));
    }

    private void mustBeOurs(Statement statement, String file, LocalDate today) {
        Statement.BankAccount account = statement.account();
        if (!store.isOurs(account)) {
            throw new FileRefusal(
                    "reconciliation.statementAccount",
                    file,
                    1,
                    "",
                    words(account),
                    String.join(", ", store.ourAccounts()));
        }
        LocalDate last =
                statement.to().isAfter(statement.made()) ? statement.to() : statement.made();
        if (last.isAfter(today)) {
            throw new FileRefusal(
                    "reconciliation.statementFuture",
                    file,
                    1,
                    "",
                    last.toString(),
                    today.toString());
        }
        for (StatementLine line : statement.lines()) {
            if (line.day().isBefore(statement.from()) || line.day().isAfter(statement.to())) {
                throw new FileRefusal(
                        "reconciliation.statementDay",
                        file,
                        line.lineNo(),
                        "",
                        line.day().toString(),
                        statement.from() + " - " + statement.to());
            }
        }
    }

    private int take(Statement statement, AnswerFile answer, String person) {
        List<StatementLine> lines = statement.lines();
        byte[][] originals =
                lines.stream()
                        .map(line -> StatementFile.original(answer.bytes(), line))
                        .toArray(byte[][]::new);
        byte[][] sealed =
                java.util.Arrays.stream(originals)
                        .parallel()
                        .map(keys.vault()::seal)
                        .toArray(byte[][]::new);
        Map<String, Integer> seen = new HashMap<>();
        CopyBuffer rows = new CopyBuffer();
        for (int i = 0; i < lines.size(); i++) {
            // Lines that are equal to the byte are told apart by how many came before in the file.
            String text =
                    words(statement.account())
                            + " "
                            + new String(originals[i], StandardCharsets.ISO_8859_1).stripTrailing();
            int nth = Objects.requireNonNull(seen.merge(text, 1, Integer::sum));
            StatementStore.row(
                    rows,
                    lines.get(i),
                    StatementReference.of(lines.get(i)),
                    keys.fingerprints().of("statement " + text + " " + nth),
                    sealed[i]);
        }
        return store.add(statement, answer, person, rows);
    }

    static String words(Statement.BankAccount account) {
        return account.bank()
                + "-"
                + account.branch()
                + "-"
                + account.type()
                + "-"
                + account.number();
    }
}
