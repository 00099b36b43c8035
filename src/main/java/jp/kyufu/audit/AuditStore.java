package jp.kyufu.audit;

import java.util.List;
import java.util.Map;
import jp.kyufu.database.Sql;
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

    List<AuditProblem> problems() {
        return jdbc.sql(Sql.of(AuditStore.class, "problems"))
                .query((row, number) ->
                        new AuditProblem(
                                row.getLong("seq"),
                                AuditProblem.Kind.valueOf(row.getString("kind"))))
                .list();
    }
}
