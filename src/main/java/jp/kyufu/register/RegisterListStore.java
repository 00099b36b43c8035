package jp.kyufu.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.kyufu.database.Sql;
import jp.kyufu.register.RegisterLists.Snapshot;
import jp.kyufu.register.RegisterLists.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told of the register as a whole. */
@Repository
class RegisterListStore {

    private final JdbcClient jdbc;

    RegisterListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Snapshot> snapshots() {
        return jdbc.sql(Sql.of(RegisterListStore.class, "snapshots"))
                .query((row, _) ->
                        new Snapshot(
                                row.getInt("snapshot_id"),
                                row.getObject("as_of", LocalDate.class),
                                row.getObject("completed_at", OffsetDateTime.class),
                                row.getString("name"),
                                row.getString("received_by"),
                                row.getLong("rows_accepted"),
                                row.getLong("rows_rejected")))
                .list();
    }

    Standing standing() {
        return jdbc.sql(Sql.of(RegisterListStore.class, "standing"))
                .query((row, _) ->
                        new Standing(
                                row.getLong("residents"),
                                row.getLong("households"),
                                row.getLong("gone"),
                                row.getLong("foreigners")))
                .single();
    }
}
