package jp.kyufu.reconciliation;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads tables of this stage a page at a time. */
@Component
class BooksListStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BooksListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ResultFileEntry> results(Program program, int before, int rows) {
        return query("result-files")
                .param("program", program.id())
                .param("before", before)
                .param("rows", rows)
                .query((row, _) ->
                        new ResultFileEntry(
                                row.getInt("result_file_no"),
                                Rail.valueOf(row.getString("rail")),
                                row.getString("name"),
                                row.getObject("received_at", OffsetDateTime.class),
                                row.getString("received_by"),
                                row.getInt("lines"),
                                buckets(row.getString("buckets"))))
                .list();
    }

    List<ResultLineEntry> resultLines(
            Program program, int file, Optional<Bucket> bucket, int after, int rows) {
        return query("result-lines")
                .param("program", program.id())
                .param("file", file)
                .param("bucket", bucket.map(Bucket::name).orElse(null), Types.VARCHAR)
                .param("after", after)
                .param("rows", rows)
                .query((row, _) ->
                        new ResultLineEntry(
                                row.getInt("line"),
                                Bucket.valueOf(row.getString("bucket")),
                                Optional.ofNullable(row.getObject("payment_no", Long.class)),
                                row.getString("code"),
                                Optional.ofNullable(row.getString("outcome")),
                                Optional.ofNullable(row.getObject("amount", Long.class)),
                                Optional.ofNullable(row.getObject("granted_on", LocalDate.class))))
                .list();
    }

    List<StatementLineEntry> statementLines(
            Program program, Optional<String> bucket, long before, int rows) {
        return query("statement-lines")
                .param("program", program.id())
                .param("bucket", bucket.orElse(null), Types.VARCHAR)
                .param("before", before)
                .param("rows", rows)
                .query((row, _) ->
                        new StatementLineEntry(
                                row.getLong("line_no"),
                                row.getInt("statement_no"),
                                row.getInt("line"),
                                row.getObject("posted_on", LocalDate.class),
                                row.getBoolean("credit"),
                                row.getLong("amount"),
                                row.getBoolean("came_back"),
                                row.getString("bucket"),
                                Optional.ofNullable(row.getString("stands_for"))))
                .list();
    }

    List<ClosedOn> days(Program program, LocalDate before, int rows) {
        return query("days")
                .param("program", program.id())
                .param("before", before)
                .param("rows", rows)
                .query((row, _) ->
                        new ClosedOn(
                                row.getObject("closed_on", LocalDate.class),
                                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                                row.getString("person"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("digest")))
                .list();
    }

    String version() {
        return query("books-version").query(String.class).single();
    }

    private Map<Bucket, Integer> buckets(String text) {
        return text == null
                ? Map.of()
                : new EnumMap<>(json.readValue(text, new TypeReference<Map<Bucket, Integer>>() {}));
    }

    private JdbcClient.StatementSpec query(String statement) {
        return jdbc.sql(Sql.of(BooksListStore.class, statement));
    }
}
