package jp.kyufu.database;

import jp.kyufu.value.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of table installation. */
final class InstallationStore {

    private final JdbcClient jdbc;

    InstallationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fixes at the first start whether this is training, and gives what was fixed. Refuses training
     * on production data, and a set day on anything but training.
     */
    Installation open(InstallationSettings settings) {
        jdbc.sql("INSERT INTO installation (training) VALUES (:training) ON CONFLICT DO NOTHING")
                .param("training", settings.training())
                .update();
        boolean training =
                jdbc.sql("SELECT training FROM installation").query(Boolean.class).single();
        if (settings.training() && !training) {
            throw new Refusal("database.notTraining");
        }
        if (settings.today() != null && !training) {
            throw new Refusal("database.todayNotTraining");
        }
        return new Installation(training);
    }
}
