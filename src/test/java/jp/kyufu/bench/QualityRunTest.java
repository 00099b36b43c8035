package jp.kyufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.kyufu.bench.QualityRun.ClassFigures;
import jp.kyufu.bench.QualityRun.Figures;
import jp.kyufu.city.BundledMaster;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.matching.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bars of matching on cities that no model was trained on. */
class QualityRunTest {

    private static final int HOUSEHOLDS = 4_000;

    @TempDir Path folder;

    @Test
    void inAHardCityNobodyIsMistakenAndHardlyAnybodyLost() throws Exception {
        Figures figures = quality(77, true);
        assertThat(figures.classes())
                .as("matched wrong: %s", figures.examples())
                .allMatch(one -> one.wrong() == 0);
        assertThat(figures.overallRecall()).isGreaterThanOrEqualTo(0.9975);
        assertThat(figures.reviewShare()).isLessThan(0.06);
        for (ClassFigures one : figures.classes()) {
            int sum =
                    one.right()
                            + one.wrong()
                            + one.review()
                            + one.reviewWithout()
                            + one.unmatched();
            assertThat(sum).as(one.name()).isEqualTo(one.applications());
        }
    }

    @Test
    void inAnOrdinaryCityFewApplicationsNeedAPerson() throws Exception {
        Figures figures = quality(78, false);
        assertThat(figures.automaticPrecision()).isGreaterThanOrEqualTo(0.9999);
        assertThat(figures.overallRecall()).isGreaterThanOrEqualTo(0.9975);
        assertThat(figures.reviewShare()).isLessThanOrEqualTo(0.02);
    }

    private Figures quality(long seed, boolean hard) throws Exception {
        Path city = folder.resolve("city");
        CityGenerator.generate(HOUSEHOLDS, seed, city, BundledMaster.copyTo(city), hard);
        return QualityRun.run(city, Model.builtIn());
    }
}
