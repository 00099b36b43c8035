package jp.kyufu.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables statement and statement_line. */
@Component
class StatementStore {

    private static final String TARGET =
            "statement_in (line, posted_on, credit, kind, amount, consignor_code, payment_no,"
                    + " came_back, identity, sealed)";

    private final JdbcClient jdbc;
    private final DataSource source;

    StatementStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** One statement after the other: a line told twice is taken once. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('statement'))::text")
                .query(String.class)
                .optional();
    }

    Optional<AnswerFile.Received> received(byte[] sha256) {
        return jdbc
                .sql("SELECT received_at, received_by FROM statement WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> ResultStore.received(row))
                .list()
                .stream()
                .findFirst();
    }

    /** Accounts that programs send from, as a statement writes them. */
    List<String> ourAccounts() {
        return jdbc.sql(Sql.of(StatementStore.class, "our-accounts"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    boolean isOurs(Statement.BankAccount account) {
        return ourAccounts().contains(Statements.words(account));
    }

    static void row(
            CopyBuffer rows,
            StatementLine line,
            StatementReference reference,
            byte[] identity,
            byte[] sealed) {
        rows.row(10)
                .int4(line.lineNo())
                .date(line.day())
                .bool(line.credit())
                .text(line.kind())
                .int8(line.amount())
                .nullableText(reference.consignorCode())
                .nullableInt8(reference.paymentNo())
                .bool(reference.cameBack())
                .bytes(identity)
                .bytes(sealed);
    }

    /** Stores one account's part with those of its {@code rows} that no statement told before. */
    int add(Statement statement, AnswerFile answer, String person, CopyBuffer rows) {
        jdbc.sql(Sql.of(StatementStore.class, "statement-in")).update();
        jdbc.sql("DELETE FROM statement_in").update();
        CopyIn.copy(source, TARGET, List.of(rows));
        Statement.BankAccount account = statement.account();
        int number =
                jdbc.sql(Sql.of(StatementStore.class, "add-statement"))
                        .param("name", answer.name())
                        .param("sha256", answer.sha256())
                        .param("bank", account.bank())
                        .param("branch", account.branch())
                        .param("type", account.type())
                        .param("account", account.number())
                        .param("made", statement.made())
                        .param("from", statement.from())
                        .param("to", statement.to())
                        .param("opening", statement.opening())
                        .param("closing", statement.closing())
                        .param("person", person)
                        .query(Integer.class)
                        .single();
        jdbc.sql(Sql.of(StatementStore.class, "add-statement-lines"))
                .param("statement", number)
                .update();
        return number;
    }

    StatementSummary summary(int statement) {
        SortedMap<String, Integer> buckets = new TreeMap<>();
        jdbc.sql(Sql.of(StatementStore.class, "statement-buckets"))
                .param("statement", statement)
                .query(row -> {
                    buckets.put(row.getString(1), row.getInt(2));
                });
        return jdbc.sql(Sql.of(StatementStore.class, "statement"))
                .param("statement", statement)
                .query((row, _) ->
                        new StatementSummary(
                                statement,
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getInt(4),
                                buckets))
                .single();
    }
}
