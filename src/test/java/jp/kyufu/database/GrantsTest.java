package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void theApplicationIsNobodySpecialAndOwnsNothing() {
        assertThat(
                        DATABASE.jdbc()
                                .sql(
                                        "SELECT current_user || rolsuper || rolcreatedb || rolcreaterole"
                                                + " || rolbypassrls FROM pg_roles WHERE rolname = current_user")
                                .query(String.class)
                                .single())
                .isEqualTo("kyufu_appfalsefalsefalsefalse");
        assertThat(
                        DATABASE.jdbc()
                                .sql(
                                        "SELECT relname FROM pg_class WHERE relowner = 'kyufu_app'::regrole"
                                                + " UNION ALL SELECT proname FROM pg_proc"
                                                + " WHERE proowner = 'kyufu_app'::regrole")
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void itCannotMakeTablesOrTouchTheHistoryOfMigrations() {
        for (String statement :
                List.of(
                        "CREATE TABLE mine (a integer)",
                        "DELETE FROM flyway_schema_history",
                        "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history",
                        "UPDATE installation SET training = true",
                        "TRUNCATE installation")) {
            assertThatThrownBy(() -> DATABASE.jdbc().sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void itMayRefreshStatisticsOfTablesItDoesNotOwn() {
        DATABASE.jdbc()
                .sql("SELECT refresh_statistics('installation', 'person')::text")
                .query(String.class)
                .optional();
    }

    @Test
    void everyForeignKeyOfTheBatchTablesHasAnIndex() {
        assertThat(
                        DATABASE.jdbc()
                                .sql(
                                        "SELECT indexname FROM pg_indexes WHERE indexname IN"
                                                + " ('batch_job_execution_instance',"
                                                + " 'batch_job_execution_params_execution',"
                                                + " 'batch_step_execution_job')")
                                .query(String.class)
                                .list())
                .hasSize(3);
    }
}
