package jp.kyufu.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kyufu.database.Sql;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.program.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables point_lot, point_lot_file, point_lot_line and point_lot_event (V121). */
@Component
class PointLotStore {

    private final JdbcClient jdbc;

    PointLotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PointLot> list(Program program) {
        return jdbc.sql(
                        "SELECT * FROM point_lot_state WHERE program_id = :program ORDER BY"
                                + " payment_no")
                .param("program", program.id())
                .query((row, _) -> lot(row))
                .list();
    }

    List<PointLot> page(
            Program program, Optional<PointLot.State> state, boolean asked, long after, int rows) {
        return jdbc.sql(Sql.of(PointLotStore.class, "lot-page"))
                .param("program", program.id())
                .param("state", state.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("asked", asked)
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> lot(row))
                .list();
    }

    Optional<PointLot> find(Program program, long paymentNo) {
        return jdbc.sql(
                        "SELECT * FROM point_lot_state WHERE program_id = :program AND payment_no ="
                                + " :payment")
                .param("program", program.id())
                .param("payment", paymentNo)
                .query((row, _) -> lot(row))
                .optional();
    }

    List<PointLot.Event> events(long paymentNo) {
        return jdbc.sql("SELECT * FROM point_lot_event WHERE payment_no = :no ORDER BY event_no")
                .param("no", paymentNo)
                .query((row, _) ->
                        new PointLot.Event(
                                row.getString("kind"),
                                row.getObject("dated", LocalDate.class),
                                row.getString("document"),
                                row.getString("told_by"),
                                row.getString("person"),
                                row.getObject("business_day", LocalDate.class)))
                .list();
    }

    void tell(long paymentNo, String kind, Evidence evidence, LocalDate today, String person) {
        jdbc.sql(Sql.of(PointLotStore.class, "tell-lot"))
                .param("payment", paymentNo)
                .param("kind", kind)
                .param("dated", evidence.dated())
                .param("today", today)
                .param("person", person)
                .param("document", evidence.document())
                .param("teller", evidence.toldBy())
                .query(String.class)
                .optional();
    }

    Optional<AnswerFile.Received> received(Program program, byte[] sha256) {
        return jdbc.sql(
                        "SELECT received_at, received_by FROM point_lot_file WHERE program_id ="
                                + " :program AND sha256 = :s")
                .param("program", program.id())
                .param("s", sha256)
                .query((row, _) -> ResultStore.received(row))
                .optional();
    }

    /** Stores a file; empty if somebody else has stored the same bytes meanwhile. */
    Optional<Integer> add(Program program, AnswerFile answer, String person, int lines) {
        return jdbc.sql(Sql.of(PointLotStore.class, "add-point-lot-file"))
                .param("program", program.id())
                .param("name", answer.name())
                .param("sha256", answer.sha256())
                .param("person", person)
                .param("lines", lines)
                .query(Integer.class)
                .optional();
    }

    /** Takes lines in, of one payment at most one. */
    void take(int file, List<PointLotLine> lines, byte[][] sealed, LocalDate today, String person) {
        jdbc.sql(Sql.of(PointLotStore.class, "take-lots"))
                .param("file", file)
                .param("lines", lines.stream().map(PointLotLine::line).toArray(Integer[]::new))
                .param("payments", lines.stream().map(PointLotLine::paymentNo).toArray(Long[]::new))
                .param("kinds", lines.stream().map(PointLotLine::kind).toArray(String[]::new))
                .param("points", lines.stream().map(PointLotLine::points).toArray(Long[]::new))
                .param(
                        "dates",
                        lines.stream()
                                .map(l -> l.dated() == null ? null : l.dated().toString())
                                .toArray(String[]::new))
                .param("sealed", sealed)
                .param("today", today)
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** How many lines of a file are in each bucket. */
    Map<String, Integer> buckets(int file) {
        Map<String, Integer> buckets = new TreeMap<>();
        jdbc.sql(
                        "SELECT bucket, count(*) FROM point_lot_line WHERE lot_file_no = :no GROUP"
                                + " BY bucket")
                .param("no", file)
                .query(row -> {
                    buckets.put(row.getString(1), row.getInt(2));
                });
        return buckets;
    }

    private static PointLot lot(ResultSet row) throws SQLException {
        return new PointLot(
                row.getLong("payment_no"),
                row.getLong("points"),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                PointLot.State.valueOf(row.getString("state")),
                row.getBoolean("asked"),
                row.getObject("ended_on", LocalDate.class));
    }
}
