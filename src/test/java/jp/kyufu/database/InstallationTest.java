package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import jp.kyufu.Kyufu;
import jp.kyufu.value.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class InstallationTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void trainingIsFixedAtTheFirstStartAndSetsTheClock() {
        try (var context = start("kyufu.training=true", "kyufu.today=2026-03-10")) {
            assertThat(context.getBean(Installation.class).training()).isTrue();
            assertThat(context.getBean(Clock.class).instant())
                    .isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
            assertThat(context.getBean(Clock.class).getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        }
        // A later command need not say it again.
        try (var context = start("kyufu.today=2026-03-11")) {
            assertThat(context.getBean(Installation.class).training()).isTrue();
        }
    }

    @Test
    void productionDataIsNeitherTrainedOnNorGivenADay() {
        try (var context = start()) {
            assertThat(context.getBean(Installation.class).training()).isFalse();
            assertThat(context.getBean(Clock.class).instant())
                    .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        }
        refused("database.notTraining", () -> start("kyufu.training=true"));
        refused("database.todayNotTraining", () -> start("kyufu.today=2026-03-10"));
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Kyufu.class)
                .web(WebApplicationType.NONE)
                .properties(
                        Stream.concat(
                                        Arrays.stream(database.springProperties()),
                                        Arrays.stream(properties))
                                .toArray(String[]::new))
                .run();
    }

    private static void refused(String key, ThrowingCallable start) {
        assertThatThrownBy(start)
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo(key));
    }
}
