package jp.kyufu.inquiry;

import java.util.List;
import jp.kyufu.database.Sql;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over whole tables: one pass each. */
@Repository
class FunnelStore {

    private final JdbcClient jdbc;

    FunnelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Residents entitled, and open findings. */
    record Heads(long entitled, long findings) {}

    String version(short program) {
        return jdbc.sql(Sql.of(FunnelStore.class, "funnel-version"))
                .param("program", program)
                .query(String.class)
                .single();
    }

    Funnel count(short program) {
        Heads heads = rows("funnel-entitled", program, Heads.class).getFirst();
        return new Funnel(
                heads.entitled(),
                heads.findings(),
                rows("funnel-applications", program, Funnel.Applications.class),
                rows("funnel-payments", program, Funnel.Payments.class));
    }

    private <T> List<T> rows(String statement, short program, Class<T> type) {
        return jdbc.sql(Sql.of(FunnelStore.class, statement))
                .param("program", program)
                .query(new DataClassRowMapper<>(type))
                .list();
    }
}
