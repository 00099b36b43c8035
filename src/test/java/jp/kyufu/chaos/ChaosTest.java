package jp.kyufu.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.kyufu.Kyufu;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.program.ProgramFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dseed=N} chooses other instants; the seed is printed. */
class ChaosTest {

    private static final int KILLS = 10;
    private static final int HOUSEHOLDS = 120;

    @TempDir Path temp;

    @Test
    void killsAtRandomInstantsLeaveNoTraceInBooksAndFiles() throws Exception {
        long seed = Long.getLong("seed", 1);
        Path city = temp.resolve("city");
        CityGenerator.generate(
                HOUSEHOLDS, seed, city, Path.of("sample-files", "bank-branches.csv"));
        var today = ProgramFile.read(city.resolve("program.yaml")).today().orElseThrow();
        ChaosReport report =
                Chaos.run(
                        Kyufu.class,
                        city,
                        today,
                        Files.createDirectory(temp.resolve("home")),
                        KILLS,
                        seed);
        System.out.println(report);
        assertThat(report.differences()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.duplicates()).isZero();
        assertThat(report.losses()).isZero();
        assertThat(report.kills()).isEqualTo(KILLS);
    }
}
