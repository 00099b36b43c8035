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

    /**
     * Residents of the register as complete now whose keys occur twice.
     *
     * @param registers how many are complete
     */
    record Alike(int registers, String[] numbers) {}

    /** Who is worth comparing; on a connection of its own while outside of a transaction. */
    Alike residentsAlike() {
        return jdbc.sql(Sql.of(EntitlementStore.class, "residents-alike"))
                .query((row, _) ->
                        new Alike(
                                row.getInt("registers"),
                                (String[]) row.getArray("numbers").getArray()))
                .single();
    }

    /** How many registers are complete now. */
    int registers() {
        return jdbc.sql("SELECT count(*) FROM register_snapshot WHERE completed_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    /** Raises what is to be raised among these; gives how many. */
    int raiseDuplicates(Program program, Alike among) {
        return jdbc.sql(Sql.of(EntitlementStore.class, "raise-register-duplicates"))
                .param("program", program.id())
                .param("referenceDate", program.terms().referenceDate())
                .param("numbers", among.numbers())
                .update();
    }

    void raiseLost(Program program) {
        jdbc.sql(Sql.of(EntitlementStore.class, "raise-lost"))
                .param("program", program.id())
                .query(Long.class)
                .single();
    }
}
