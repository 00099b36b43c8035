package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** More rows than fit one batch, of applications and of those that need text. */
class MatchingVolumeTest {

    private static final int HOUSEHOLDS = 24_000;

    @TempDir Path directory;

    @Test
    void batchesLoseAndRepeatNothing() {
        try (TestDatabase database = TestDatabase.create()) {
            Vault vault = Keys.open(database.appDataSource(), directory, true).vault();
            Town town = new Town(database, vault);
            town.crowd(HOUSEHOLDS);
            Matching matching =
                    new Matching(
                            database.appDataSource(),
                            vault,
                            Model.builtIn(),
                            new JdbcTransactionManager(database.appDataSource()));
            AtomicLong progress = new AtomicLong();
            MatchingSummary summary = matching.run(town.program(), progress::addAndGet);
            assertThat(summary)
                    .isEqualTo(
                            new MatchingSummary(
                                    Map.of(
                                            MatchMethod.NUMBER,
                                            HOUSEHOLDS * 7L / 10,
                                            MatchMethod.PASS_1,
                                            HOUSEHOLDS * 2L / 10),
                                    Map.of(ReasonCode.NUMBER_CONTRADICTS, HOUSEHOLDS / 10L),
                                    HOUSEHOLDS));
            assertThat(progress).hasValue(HOUSEHOLDS);
            List<Map<String, Object>> before = town.rows();
            assertThat(matching.run(town.program(), rows -> {}).changed()).isZero();
            assertThat(town.rows()).isEqualTo(before);
        }
    }
}
