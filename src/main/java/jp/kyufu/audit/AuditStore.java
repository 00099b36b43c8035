package jp.kyufu.audit;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Table audit_event, by the functions that alone may write it. */
final class AuditStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(String person, String act, String object, Map<String, ?> detail) {
        jdbc.sql("SELECT audit_record(:person, :act, :object, :detail::jsonb)::text")
                .param("person", person)
                .param("act", act)
                .param("object", object)
                .param("detail", JSON.writeValueAsString(detail))
                .query(String.class)
                .optional();
    }

    List<AuditEvent> trail(AuditQuestion question, long before, int limit) {
        return jdbc.sql(Sql.of(AuditStore.class, "trail"))
                .param("before", before)
                .param("person", question.person(), Types.VARCHAR)
                .param("act", question.act(), Types.VARCHAR)
                .param("object", question.object(), Types.VARCHAR)
                .param("day", question.day(), Types.DATE)
                .param("limit", limit)
                .query(new DataClassRowMapper<>(AuditEvent.class))
                .list();
    }

    List<String> acts() {
        return jdbc.sql("SELECT DISTINCT act FROM audit_event ORDER BY act")
                .query((row, n) -> row.getString(1))
                .list();
    }

    List<AuditProblem> problems() {
        return jdbc.sql(Sql.of(AuditStore.class, "problems"))
                .query((row, number) ->
                        new AuditProblem(
                                row.getLong("seq"),
                                AuditProblem.Kind.valueOf(row.getString("kind"))))
                .list();
    }
}
