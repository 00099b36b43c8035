package jp.kyufu.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables file_evidence, resend_request, sending, sending_done, payment_stop and stop_answer, which
 * only the database's own functions write (V111).
 */
@Component
class ReleaseStore {

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that a person may have forgotten, and how. */
    record Waiting(int fileNo, Alarm.Kind kind) {}

    /** Payments under a stop, to be told to the bank. */
    record Stopped(Rail rail, DispatchStore.Sealed payment) {}

    List<Doubt> doubts(int fileNo) {
        return query("doubts")
                .param("file", fileNo)
                .query((row, _) ->
                        new Doubt(
                                FileState.valueOf(row.getString("from_state")),
                                FileState.valueOf(row.getString("to_state")),
                                row.getString("document"),
                                row.getString("told_by"),
                                row.getObject("dated", LocalDate.class),
                                row.getString("person"),
                                row.getObject("business_day", LocalDate.class)))
                .list();
    }

    List<Sending> sendings(int fileNo) {
        return query("sendings")
                .param("file", fileNo)
                .query((row, _) ->
                        new Sending(
                                row.getLong("sending_no"),
                                Sending.Kind.valueOf(row.getString("kind")),
                                row.getString("person"),
                                row.getObject("business_day", LocalDate.class),
                                row.getString("how"),
                                row.getString("goes_to"),
                                row.getString("sha256"),
                                Optional.ofNullable(row.getString("reason")),
                                Optional.ofNullable(row.getString("requested_by")),
                                row.getBoolean("done")))
                .list();
    }

    /** Who did what with a file. */
    List<FileStep> steps(int fileNo) {
        return query("steps")
                .param("file", fileNo)
                .query((row, _) ->
                        new FileStep(
                                FileStep.What.valueOf(row.getString("what")),
                                row.getString("person"),
                                Optional.ofNullable(row.getObject("at", OffsetDateTime.class)),
                                Optional.ofNullable(row.getString("note"))))
                .list();
    }

    /** Who wants a file sent again. */
    Optional<FileStory.ResendRequest> asked(int fileNo) {
        return query("asked")
                .param("file", fileNo)
                .query((row, _) ->
                        new FileStory.ResendRequest(
                                row.getString("person"), row.getString("reason")))
                .optional();
    }

    /** The file of a handing over that this person began and whose bytes have not gone. */
    Optional<Integer> begun(long sendingNo, String person) {
        return query("sending-of")
                .param("sending", sendingNo)
                .param("person", person)
                .query(Integer.class)
                .optional();
    }

    /** What is against the payments of files: the gate, and a stop or doubt that holds them. */
    record Gate(int fileNo, Optional<String> gate, Optional<String> held) {}

    List<Gate> gates(int[] fileNos) {
        return query("gate-of-files")
                .param("files", fileNos)
                .query((row, _) ->
                        new Gate(
                                row.getInt("file_no"),
                                Optional.ofNullable(row.getString("gate")),
                                Optional.ofNullable(row.getString("held"))))
                .list();
    }

    /** Those of the files that hold a payment which the person decided about. */
    Set<Integer> decided(int[] fileNos, String person) {
        return query("decided-in-files")
                .param("files", fileNos)
                .param("person", person)
                .query((row, _) -> row.getInt("file_no"))
                .set();
    }

    /** Enters a sending before the bytes go; gives its number. */
    long log(
            int fileNo,
            Sending.Kind kind,
            LocalDate today,
            String person,
            String how,
            String to,
            byte[] sha256) {
        return query("log-sending")
                .param("file", fileNo)
                .param("kind", kind.name())
                .param("day", today)
                .param("person", person)
                .param("how", how)
                .param("to", to)
                .param("sha256", sha256)
                .query(Long.class)
                .single();
    }

    /** Records that the bytes of a sending have gone. */
    void end(long sendingNo) {
        jdbc.sql("SELECT end_sending(:sending)::text")
                .param("sending", sendingNo)
                .query(String.class)
                .optional();
    }

    int askToResend(int fileNo, LocalDate today, String person, String reason) {
        return jdbc.sql("SELECT ask_to_resend(:file, :day, :person, :reason)")
                .param("file", fileNo)
                .param("day", today)
                .param("person", person)
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    int requestStop(
            long paymentNo,
            LocalDateTime now,
            LocalDateTime deadline,
            String person,
            String reason) {
        return query("request-stop")
                .param("payment", paymentNo)
                .param("moment", now)
                .param("until", deadline)
                .param("person", person)
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    void answerStop(
            int stopNo, boolean confirmed, LocalDate today, String person, Evidence evidence) {
        query("answer-stop")
                .param("stop", stopNo)
                .param("confirmed", confirmed)
                .param("day", today)
                .param("person", person)
                .param("document", evidence.document())
                .param("told_by", evidence.toldBy())
                .param("dated", evidence.dated())
                .query(String.class)
                .optional();
    }

    /** Every stop of a program, in order of number. */
    List<Stop> stops(Program program) {
        return stops(program.id(), null);
    }

    /** Every stop of a file, in order of number. */
    List<Stop> stops(int fileNo) {
        return stops(null, fileNo);
    }

    /** The file in which a payment was sent, by its number; empty: in none. */
    Optional<Integer> fileOf(long paymentNo) {
        return query("file-of").param("payment", paymentNo).query(Integer.class).optional();
    }

    /** Payments of a file whose stop the bank has not answered, in order of number. */
    List<Stopped> stopped(int fileNo) {
        return query("stopped")
                .param("file", fileNo)
                .query((row, _) ->
                        new Stopped(
                                Rail.valueOf(row.getString("rail")),
                                new DispatchStore.Sealed(
                                        row.getLong("payment_no"),
                                        row.getLong("amount"),
                                        row.getBytes("sealed"),
                                        row.getString("rail"))))
                .list();
    }

    /** What looks like these files. */
    List<LookAlike> lookAlikes(int[] fileNos) {
        return query("look-alikes")
                .param("files", fileNos)
                .query((row, _) ->
                        new LookAlike(
                                row.getInt("file_no"),
                                row.getInt("other_no"),
                                row.getString("name"),
                                FileState.valueOf(row.getString("state")),
                                Optional.ofNullable(row.getObject("pay_date", LocalDate.class)),
                                row.getObject("built_on", LocalDate.class),
                                Optional.ofNullable(row.getObject("released_on", LocalDate.class))))
                .list();
    }

    /** Files of a program that wait for somebody. */
    List<Waiting> waiting(Program program, LocalDate today) {
        return query("waiting")
                .param("program", program.id())
                .param("today", today)
                .query((row, _) ->
                        new Waiting(
                                row.getInt("file_no"), Alarm.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    private List<Stop> stops(@Nullable Short program, @Nullable Integer fileNo) {
        return query("stops")
                .param("program", program, Types.SMALLINT)
                .param("file", fileNo, Types.INTEGER)
                .query((row, _) -> stop(row))
                .list();
    }

    private static Stop stop(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Stop(
                row.getInt("stop_no"),
                row.getLong("payment_no"),
                row.getInt("file_no"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getString("person"),
                row.getObject("requested_at", LocalDateTime.class),
                row.getObject("deadline", LocalDateTime.class),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(
                                new Stop.Answer(
                                        outcome.equals("CONFIRMED"),
                                        row.getString("document"),
                                        row.getString("told_by"),
                                        row.getObject("dated", LocalDate.class))));
    }

    private JdbcClient.StatementSpec query(String statement) {
        return jdbc.sql(Sql.of(ReleaseStore.class, statement));
    }
}
