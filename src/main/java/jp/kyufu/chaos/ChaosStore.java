package jp.kyufu.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.kyufu.database.Sql;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books in figures that do not depend on when or by whom a stage was run. */
@Component
class ChaosStore {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ANSWER_ATTEMPTS = 1_200;

    private final JdbcClient jdbc;

    ChaosStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trial balance: movements and rows, one line each. */
    List<String> ledger() {
        return jdbc.sql(Sql.of(ChaosStore.class, "ledger"))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whether something failed because the database did. */
    boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    /** Returns when the database answers again; gives up with its error after a minute. */
    void awaitAnswer() {
        for (int attempt = 1; ; attempt++) {
            try {
                jdbc.sql("SELECT 1").query(Integer.class).single();
                return;
            } catch (DataAccessException e) {
                if (attempt == ANSWER_ATTEMPTS) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
