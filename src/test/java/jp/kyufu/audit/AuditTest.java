package jp.kyufu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kyufu.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {

    private final TestDatabase database = TestDatabase.create();
    private final Audit audit = new Audit(database.jdbc());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void everyEventHoldsTheHashOfTheOneBefore() {
        audit.record("sato", "files.release", "1", Map.of("count", 3, "sha256", "ab'\"桑"));
        audit.record("mori", "files.approve", "2", Map.of());
        assertThat(audit.verify()).isEmpty();
        assertThat(count("SELECT count(*) FROM audit_event")).isEqualTo(2);
        assertThat(
                        count(
                                "SELECT count(*) FROM audit_event b JOIN audit_event a"
                                        + " ON a.seq = b.seq - 1 AND b.prev_hash = a.hash"))
                .isEqualTo(1);
    }

    @Test
    void anActThatIsRolledBackWasNeverRecorded() {
        database.transaction()
                .executeWithoutResult(status -> {
                    audit.record("sato", "act", "1", Map.of());
                    status.setRollbackOnly();
                });
        assertThat(count("SELECT count(*) FROM audit_event")).isZero();
        audit.record("sato", "act", "1", Map.of());
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void manyAtOnceMakeOneChain() {
        IntStream.range(0, 200)
                .parallel()
                .forEach(i ->
                        database.transaction()
                                .executeWithoutResult(status -> {
                                    audit.record("a", "x", "" + i, Map.of());
                                    audit.record("a", "y", "" + i, Map.of("i", i));
                                }));
        assertThat(audit.verify()).isEmpty();
        assertThat(count("SELECT max(seq) FROM audit_event")).isEqualTo(400);
        assertThat(count("SELECT count(*) FROM audit_pending")).isZero();
    }

    @Test
    void theApplicationCanNeitherWriteNorChangeNorDeleteEvents() {
        audit.record("sato", "act", "1", Map.of());
        for (String statement :
                List.of(
                        "UPDATE audit_event SET person = 'x'",
                        "DELETE FROM audit_event",
                        "TRUNCATE audit_event",
                        "INSERT INTO audit_pending (person, act, object, detail)"
                                + " VALUES ('x', 'x', 'x', '{}')",
                        "INSERT INTO audit_event SELECT * FROM audit_event")) {
            assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatASuperuserChangesShows() {
        for (int i = 0; i < 5; i++) {
            audit.record("sato", "act", "" + i, Map.of("i", i));
        }
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("ALTER TABLE audit_event DISABLE TRIGGER ALL").update();
        superuser.sql("UPDATE audit_event SET person = 'mori' WHERE seq = 2").update();
        superuser.sql("DELETE FROM audit_event WHERE seq = 4").update();
        assertThat(audit.verify())
                .containsExactly(
                        new AuditProblem(2, AuditProblem.Kind.CHANGED),
                        new AuditProblem(5, AuditProblem.Kind.GAP),
                        new AuditProblem(5, AuditProblem.Kind.UNCHAINED));
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
