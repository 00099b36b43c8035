package jp.kyufu.inquiry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.kyufu.database.Sql;
import jp.kyufu.inquiry.CaseLimits.Many;
import jp.kyufu.inquiry.CaseLimits.Usage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the audit chain says of cases that were opened. */
@Repository
class CaseLimitStore {

    private final JdbcClient jdbc;

    CaseLimitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Usage usage(String person, String object, Instant since) {
        return jdbc.sql(Sql.of(CaseLimitStore.class, "cases-opened"))
                .param("person", person)
                .param("object", object)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Usage(
                                row.getInt("opened"),
                                row.getInt("reasons"),
                                row.getBoolean("known")))
                .single();
    }

    List<Many> many(Instant since, int most) {
        return jdbc.sql(Sql.of(CaseLimitStore.class, "cases-many"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) ->
                        new Many(
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("person"),
                                row.getInt("opened"),
                                row.getString("reason")))
                .list();
    }
}
