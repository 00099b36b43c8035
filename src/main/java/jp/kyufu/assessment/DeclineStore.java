package jp.kyufu.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.assessment.DeclineReview.Filter;
import jp.kyufu.assessment.DeclineReview.Planned;
import jp.kyufu.assessment.DeclineReview.Told;
import jp.kyufu.assessment.DeclineReview.Word;
import jp.kyufu.assessment.Declines.Decline;
import jp.kyufu.database.Sql;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table decline, and the functions of the ledger behind it (V104). */
@Repository
class DeclineStore {

    private final JdbcClient jdbc;

    DeclineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int add(
            short program,
            String resident,
            LocalDate today,
            String person,
            String reason,
            String evidence) {
        return act("add-decline", program, resident, today, person, reason, evidence);
    }

    int takeBack(
            short program,
            String resident,
            LocalDate today,
            String person,
            String reason,
            String evidence) {
        return act("take-back-decline", program, resident, today, person, reason, evidence);
    }

    private int act(
            String statement,
            short program,
            String resident,
            LocalDate today,
            String person,
            String reason,
            String evidence) {
        return jdbc.sql(Sql.of(DeclineStore.class, statement))
                .param("program", program)
                .param("resident", resident)
                .param("today", today)
                .param("person", person)
                .param("reason", reason.strip())
                .param("evidence", evidence.strip())
                .query(Integer.class)
                .single();
    }

    List<Decline> list(short program) {
        return jdbc.sql(Sql.of(DeclineStore.class, "declines"))
                .param("program", program)
                .query((row, n) ->
                        new Decline(
                                row.getInt("decline_no"),
                                row.getString("resident_no"),
                                row.getBoolean("stands"),
                                row.getObject("business_day", LocalDate.class),
                                row.getString("person"),
                                row.getString("reason"),
                                row.getString("evidence")))
                .list();
    }

    private static final Filter ALL = new Filter(Optional.empty(), "");

    /** The first {@code rows} declines whose number is larger than {@code key}. */
    List<Told> toldAfter(short program, Filter filter, long key, int rows) {
        return told(
                Sql.of(DeclineStore.class, "declines-told"), program, filter, List.of(), key, rows);
    }

    /** The last {@code rows} declines whose number is smaller, the largest first. */
    List<Told> toldBefore(short program, Filter filter, long key, int rows) {
        String backwards =
                Sql.of(DeclineStore.class, "declines-told")
                        .replace("decline_no > :key", "decline_no < :key")
                        .replace("ORDER BY c.decline_no", "ORDER BY c.decline_no DESC");
        return told(backwards, program, filter, List.of(), key, rows);
    }

    /** Every decline of these residents, oldest first; none of nobody. */
    List<Told> toldOf(short program, Collection<String> residents) {
        return residents.isEmpty()
                ? List.of()
                : told(
                        Sql.of(DeclineStore.class, "declines-told"),
                        program,
                        ALL,
                        residents,
                        Long.MIN_VALUE,
                        Integer.MAX_VALUE);
    }

    private List<Told> told(
            String sql,
            short program,
            Filter filter,
            Collection<String> residents,
            long key,
            int rows) {
        return jdbc.sql(sql)
                .param("program", program)
                .param("state", filter.state().map(Enum::name).orElse(""))
                .param("person", filter.person())
                .param("residents", residents.toArray(String[]::new))
                .param("key", key)
                .param("rows", rows)
                .query((row, _) ->
                        new Told(
                                row.getInt("decline_no"),
                                row.getString("resident_no"),
                                row.getString("household_no"),
                                row.getBoolean("guarded"),
                                word(row, ""),
                                row.getObject("ended_day") == null ? null : word(row, "ended_")))
                .list();
    }

    private static Word word(ResultSet row, String prefix) throws SQLException {
        return new Word(
                row.getObject(prefix.isEmpty() ? "business_day" : "ended_day", LocalDate.class),
                row.getString(prefix + "person"),
                row.getString(prefix + "reason"),
                row.getString(prefix + "evidence"));
    }

    /**
     * How it stands with a resident.
     *
     * @param rail of the claim that could pay for the resident; empty: there is none
     * @param named whether that claim names the resident among its decliners
     * @param against a payment for which a decline, or its taking back, is refused
     * @param inFile whether that payment stands in a file
     */
    record Standing(
            boolean entitled,
            boolean declines,
            Optional<Rail> rail,
            boolean named,
            Optional<Planned> planned,
            Optional<Long> against,
            boolean inFile) {}

    /** How it stands with a resident; empty where the program does not know the number. */
    Optional<Standing> outlook(short program, String resident) {
        return jdbc.sql(Sql.of(DeclineStore.class, "decline-outlook"))
                .param("program", program)
                .param("resident", resident)
                .query((row, _) ->
                        new Standing(
                                row.getBoolean("entitled"),
                                row.getBoolean("declines"),
                                Optional.ofNullable(row.getString("rail")).map(Rail::valueOf),
                                row.getBoolean("named"),
                                planned(row),
                                Optional.ofNullable(row.getObject("against", Long.class)),
                                "IN_FILE".equals(row.getString("against_state"))))
                .optional();
    }

    private static Optional<Planned> planned(ResultSet row) throws SQLException {
        Long payment = row.getObject("payment_no", Long.class);
        return payment == null
                ? Optional.empty()
                : Optional.of(new Planned(payment, row.getLong("amount"), row.getInt("residents")));
    }

    /** Residents who decline as things stand. */
    Set<String> standing(short program) {
        String sql = "SELECT resident_no FROM standing_decline WHERE program_id = :program";
        return new HashSet<>(jdbc.sql(sql).param("program", program).query(String.class).list());
    }

    int countStanding(short program) {
        return jdbc.sql("SELECT count(*) FROM standing_decline WHERE program_id = :program")
                .param("program", program)
                .query(Integer.class)
                .single();
    }
}
