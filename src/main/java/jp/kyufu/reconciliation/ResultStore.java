package jp.kyufu.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables result_file and result_line, and what other stages publish for them. */
@Component
class ResultStore {

    /** A payment an answer moves; {@code acceptsFile} null: its file was accepted before. */
    record Applied(long paymentNo, boolean credited, @Nullable Integer acceptsFile) {}

    /** A payment that may be tried again if {@code findingNo} is there. */
    record Returned(
            long paymentNo,
            long applicationId,
            short accountVersion,
            String state,
            @Nullable Long findingNo) {}

    private static final String TARGET =
            "result_in (line, payment_no, code, outcome, amount, fingerprint, granted_on, sealed,"
                    + " round)";

    private final JdbcClient jdbc;
    private final DataSource source;

    ResultStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    Optional<AnswerFile.Received> received(Program program, Rail rail, byte[] sha256) {
        return jdbc.sql(Sql.of(ResultStore.class, "received"))
                .param("program", program.id())
                .param("rail", rail.name())
                .param("sha256", sha256)
                .query((row, _) -> received(row))
                .optional();
    }

    static AnswerFile.Received received(ResultSet row) throws SQLException {
        return new AnswerFile.Received(
                row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2));
    }

    /** Stores an answer; empty if somebody else has stored the same bytes meanwhile. */
    Optional<Integer> add(Program program, Rail rail, AnswerFile answer, String person, int lines) {
        return jdbc.sql(Sql.of(ResultStore.class, "add-result-file"))
                .param("program", program.id())
                .param("rail", rail.name())
                .param("name", answer.name())
                .param("sha256", answer.sha256())
                .param("person", person)
                .param("lines", lines)
                .query(Integer.class)
                .optional();
    }

    /** Takes the lines in: {@code rows} as {@link #row} wrote them. */
    void stage(CopyBuffer rows) {
        jdbc.sql(Sql.of(ResultStore.class, "result-in")).update();
        CopyIn.copy(source, TARGET, List.of(rows));
        jdbc.sql("ANALYZE result_in").update();
    }

    static void row(
            CopyBuffer rows,
            ResultLine line,
            byte @Nullable [] fingerprint,
            byte[] sealed,
            int round) {
        rows.row(9)
                .int4(line.line())
                .nullableInt8(line.paymentNo())
                .text(line.code())
                .nullableText(line.outcome().map(Enum::name).orElse(null))
                .nullableInt8(line.amount())
                .nullableBytes(fingerprint)
                .date(line.grantedOn())
                .bytes(sealed)
                .int4(round);
    }

    void classify(int file, Program program, Rail rail, int round, LocalDate today) {
        jdbc.sql(Sql.of(ResultStore.class, "classify"))
                .param("file", file)
                .param("program", program.id())
                .param("rail", rail.name())
                .param("round", round)
                .param("today", today)
                .update();
    }

    List<Applied> applied(int file, int round) {
        return jdbc.sql(Sql.of(ResultStore.class, "applied"))
                .param("file", file)
                .param("round", round)
                .query((row, _) ->
                        new Applied(
                                row.getLong(1), row.getBoolean(2), row.getObject(3, Integer.class)))
                .list();
    }

    void raise(int file) {
        jdbc.sql(Sql.of(ResultStore.class, "raise")).param("file", file).query(Long.class).single();
    }

    int[] nothingOutstanding(int file) {
        return jdbc
                .sql(Sql.of(ResultStore.class, "nothing-outstanding"))
                .param("file", file)
                .query((row, _) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Map<Bucket, Integer> buckets(int file) {
        Map<Bucket, Integer> buckets = new EnumMap<>(Bucket.class);
        jdbc.sql(
                        "SELECT bucket, count(*) FROM result_line WHERE result_file_no = :file"
                                + " GROUP BY bucket")
                .param("file", file)
                .query(row -> {
                    buckets.put(Bucket.valueOf(row.getString(1)), row.getInt(2));
                });
        return buckets;
    }

    Optional<Returned> returned(Program program, long paymentNo) {
        return jdbc.sql(Sql.of(ResultStore.class, "returned"))
                .param("program", program.id())
                .param("payment", paymentNo)
                .query((row, _) ->
                        new Returned(
                                row.getLong(1),
                                row.getLong(2),
                                row.getShort(3),
                                row.getString(4),
                                row.getObject(5, Long.class)))
                .optional();
    }

    /** Whether a wallet is another household's. */
    boolean isWalletElsewhere(long application, byte[] fingerprint) {
        return jdbc.sql(Sql.of(ResultStore.class, "wallet-elsewhere"))
                .param("application", application)
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds the next version of where an application's payments go.
     *
     * @param last3 what of account or wallet may be shown; null, as what follows: a charge code
     */
    short addAccount(
            long application,
            Rail rail,
            @Nullable String last3,
            byte @Nullable [] fingerprint,
            byte @Nullable [] sealed,
            String person,
            String reason,
            String evidence) {
        return Check.present(
                jdbc.sql(Sql.of(ResultStore.class, "add-account"))
                        .param("application", application)
                        .param("rail", rail.name())
                        .param("fingerprint", fingerprint, Types.BINARY)
                        .param("last3", last3, Types.VARCHAR)
                        .param("sealed", sealed, Types.BINARY)
                        .param("person", person)
                        .param("reason", reason)
                        .param("evidence", evidence)
                        .query((row, _) -> row.getShort(1))
                        .single());
    }

    /** Every version of an application's account, oldest first. */
    List<AccountVersion> versions(long application) {
        return jdbc.sql(Sql.of(ResultStore.class, "account-versions"))
                .param("application", application)
                .query((row, _) ->
                        new AccountVersion(
                                row.getInt("version"),
                                Rail.valueOf(row.getString("rail")),
                                row.getString("last3"),
                                row.getObject("since", LocalDate.class),
                                row.getString("changed_by"),
                                row.getString("reason"),
                                row.getString("evidence")))
                .list();
    }

    /** Raises the finding of a payment that was cancelled for another account. */
    void raiseCancelled(long paymentNo) {
        jdbc.sql(Sql.of(ResultStore.class, "raise-cancelled"))
                .param("payment", paymentNo)
                .query(Long.class)
                .single();
    }

    /** A person's word on a finding; false if it is not open any more. */
    boolean resolve(long finding, String decision, String person, String reason) {
        return jdbc.sql("SELECT resolve_finding(:finding, :decision, :person, :reason)")
                .param("finding", finding)
                .param("decision", decision)
                .param("person", person)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }
}
