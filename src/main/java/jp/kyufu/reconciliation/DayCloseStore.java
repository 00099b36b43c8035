package jp.kyufu.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.DaySheet.Figures;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables day_close and day_close_line, by the database's function that alone writes them. */
@Component
class DayCloseStore {

    /** A file whose money the bank took. */
    record Debited(int fileNo, LocalDate payDate) {}

    private final JdbcClient jdbc;

    DayCloseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last closed day. */
    Optional<LocalDate> last(Program program) {
        return jdbc.sql("SELECT max(closed_on) FROM day_close WHERE program_id = :program")
                .param("program", program.id())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Whoever posts waits from here to the end of the transaction. */
    void holdPostings() {
        jdbc.sql("SELECT hold_postings()::text").query(String.class).optional();
    }

    void close(Program program, LocalDate day, String person) {
        jdbc.sql("SELECT close_day(:program, :day, :person)")
                .param("program", program.id())
                .param("day", day)
                .param("person", person)
                .query(byte[].class)
                .single();
    }

    List<Debited> debited(Program program) {
        return jdbc.sql(Sql.of(DayCloseStore.class, "debited"))
                .param("program", program.id())
                .query((row, _) -> new Debited(row.getInt(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    long[] silent(int[] files, LocalDate day) {
        return jdbc
                .sql("SELECT * FROM silent_payments(:files, :day)")
                .param("files", files)
                .param("day", day)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    int[] finished(int[] files) {
        return jdbc
                .sql(Sql.of(DayCloseStore.class, "finished-of"))
                .param("files", files)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Optional<DaySheet> sheet(Program program, LocalDate day) {
        List<DaySheet.Line> lines =
                jdbc.sql(Sql.of(DayCloseStore.class, "day-lines"))
                        .param("program", program.id())
                        .param("day", day)
                        .query((row, _) -> line(row))
                        .list();
        List<DaySheet.Recovery> recoveries =
                jdbc.sql(Sql.of(DayCloseStore.class, "day-recoveries"))
                        .param("program", program.id())
                        .param("day", day)
                        .query((row, _) -> recovery(row))
                        .list();
        return jdbc.sql(Sql.of(DayCloseStore.class, "day"))
                .param("program", program.id())
                .param("day", day)
                .query((row, _) ->
                        new DaySheet(
                                program.code(),
                                day,
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                lines,
                                recoveries))
                .optional();
    }

    private static DaySheet.Line line(ResultSet row) throws SQLException {
        return new DaySheet.Line(
                Rail.valueOf(row.getString("rail")),
                PaymentState.valueOf(row.getString("state")),
                figures(row, "opening"),
                figures(row, "in"),
                figures(row, "out"),
                figures(row, "closing"));
    }

    private static DaySheet.Recovery recovery(ResultSet row) throws SQLException {
        return new DaySheet.Recovery(
                Rail.valueOf(row.getString("rail")),
                row.getLong("opening"),
                row.getLong("opened"),
                row.getLong("paid"),
                row.getLong("written_off"),
                row.getLong("ended"),
                row.getLong("closing"));
    }

    private static Figures figures(ResultSet row, String part) throws SQLException {
        return new Figures(
                row.getLong(part + "_count"),
                row.getLong(part + "_residents"),
                row.getLong(part + "_sum"));
    }
}
