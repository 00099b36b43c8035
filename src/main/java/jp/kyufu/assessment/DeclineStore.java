package jp.kyufu.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.assessment.Declines.Decline;
import jp.kyufu.database.Sql;
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

    /** Residents who decline as things stand. */
    Set<String> standing(short program) {
        String sql = "SELECT resident_no FROM standing_decline WHERE program_id = :program";
        return new HashSet<>(jdbc.sql(sql).param("program", program).query(String.class).list());
    }
}
