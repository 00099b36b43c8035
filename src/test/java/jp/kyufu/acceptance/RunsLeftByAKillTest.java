package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.kyufu.samples.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job log after a process was killed: its run is no longer called running. */
class RunsLeftByAKillTest {

    @TempDir Path directory;

    @Test
    void theNextProcessMarksWhatAKilledOneLeftAndNothingThatIsUnderWay() {
        try (Village village = new Village(directory, 3, 9_999)) {
            List<Long> runs =
                    village.jdbc()
                            .sql("SELECT job_execution_id FROM batch_job_execution ORDER BY 1")
                            .query(Long.class)
                            .list();
            long killed = runs.get(0);
            long underWay = runs.get(1);
            for (long run : List.of(killed, underWay)) {
                village.jdbc()
                        .sql(
                                "UPDATE batch_job_execution SET status = 'STARTED', end_time = NULL,"
                                        + " exit_code = 'UNKNOWN' WHERE job_execution_id = :run")
                        .param("run", run)
                        .update();
            }
            village.jdbc()
                    .sql(
                            "UPDATE batch_job_execution_params SET parameter_value = '999999999 1970-01-01T00:00:00Z'"
                                    + " WHERE parameter_name = 'process' AND job_execution_id = :run")
                    .param("run", killed)
                    .update();
            Answer answer = village.command("assess");
            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(status(village, killed)).isEqualTo("FAILED");
            assertThat(status(village, underWay)).isEqualTo("STARTED");
        }
    }

    private static String status(Village village, long run) {
        return village.jdbc()
                .sql("SELECT status FROM batch_job_execution WHERE job_execution_id = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }
}
