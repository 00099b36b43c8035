package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views over files, statements and totals, and table explanation by its function (V125). */
@Component
class ReconciliationStore {

    private final JdbcClient jdbc;

    ReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FileBooks> files(Program program) {
        return jdbc.sql(Sql.of(ReconciliationStore.class, "file-books"))
                .param("program", program.id())
                .query((row, _) ->
                        new FileBooks(
                                row.getInt("file_no"),
                                Rail.valueOf(row.getString("rail")),
                                row.getObject("pay_date", LocalDate.class),
                                row.getString("state"),
                                row.getInt("count"),
                                row.getLong("sent"),
                                row.getLong("credited"),
                                row.getLong("returned"),
                                row.getLong("pending"),
                                row.getLong("difference"),
                                row.getBoolean("debited"),
                                row.getLong("came_back")))
                .list();
    }

    List<Unexplained> unexplained(Program program, LocalDate day) {
        return jdbc.sql("SELECT kind, ref, day, amount, note FROM unexplained(:program, :day)")
                .param("program", program.id())
                .param("day", day)
                .query((row, _) ->
                        new Unexplained(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, Long.class),
                                row.getString(5)))
                .list();
    }

    boolean explain(
            Program program,
            String kind,
            String ref,
            LocalDate today,
            String person,
            String reason) {
        return jdbc.sql("SELECT explain_item(:program, :kind, :ref, :today, :person, :reason)")
                .param("program", program.id())
                .param("kind", kind)
                .param("ref", ref)
                .param("today", today)
                .param("person", person)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> sealed(long lineNo) {
        return jdbc.sql("SELECT sealed FROM statement_line WHERE line_no = :line")
                .param("line", lineNo)
                .query(byte[].class)
                .optional();
    }
}
