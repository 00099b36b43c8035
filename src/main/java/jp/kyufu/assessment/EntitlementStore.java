package jp.kyufu.assessment;

import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Set-based statements on entitlements. */
@Repository
class EntitlementStore {

    private final JdbcClient jdbc;

    EntitlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int update(String statement, Program program) {
        return jdbc.sql(Sql.of(EntitlementStore.class, statement))
                .param("program", program.id())
                .param("referenceDate", program.terms().referenceDate())
                .update();
    }

    boolean hasRivals(Program program) {
        return jdbc.sql(Sql.of(EntitlementStore.class, "has-rivals"))
                .param("program", program.id())
                .query(Boolean.class)
                .single();
    }

    /** What comes next plans its joins by the size of this table. */
    void refreshStatistics() {
        jdbc.sql("SELECT refresh_statistics('entitlement')::text").query(String.class).optional();
    }

    void raiseLost(Program program) {
        jdbc.sql(Sql.of(EntitlementStore.class, "raise-lost"))
                .param("program", program.id())
                .query(Long.class)
                .single();
    }
}
