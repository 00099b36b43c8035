package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kyufu.Kyufu;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Vault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    void inTrainingTheDatabaseDatesWhatIsDoneOnTheDayThatIsPractisedAndInItsOrder() {
        try (var context = start("kyufu.training=true", "kyufu.today=2026-03-10")) {
            assertThat(actTime(context))
                    .isBetween(
                            Instant.parse("2026-03-10T00:00:00Z"),
                            Instant.parse("2026-03-10T00:01:00Z"))
                    .isBefore(actTime(context));
        }
        try (var context = start("kyufu.today=2026-03-10", "kyufu.time=14:30")) {
            assertThat(actTime(context))
                    .isBetween(
                            Instant.parse("2026-03-10T05:30:00Z"),
                            Instant.parse("2026-03-10T05:31:00Z"));
        }
    }

    @Test
    void ofOtherDataTheDatabaseBelievesNoDayThatAConnectionSays() {
        try (var context = start()) {
            Instant before = Instant.now();
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            Instant at =
                    context.getBean(TransactionTemplate.class)
                            .execute(_ -> {
                                jdbc.sql("SET LOCAL kyufu.today = '2026-03-10'").update();
                                return actTime(context);
                            });
            assertThat(at).isBetween(before.minusSeconds(60), Instant.now().plusSeconds(60));
        }
    }

    private static Instant actTime(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT act_time()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
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

    @Test
    void withoutAServerNamedTheEmbeddedOneBelowTheDataDirectoryIsUsed(@TempDir Path data) {
        try (var context = application("kyufu.data=" + data, "kyufu.training=true").run()) {
            assertThat(context.getBean(Installation.class).training()).isTrue();
            assertThat(context.getBean(DataSource.class))
                    .isInstanceOfSatisfying(
                            HikariDataSource.class,
                            pool -> {
                                assertThat(pool.getUsername()).isEqualTo("kyufu_app");
                                assertThat(pool.getMaximumPoolSize()).isEqualTo(12);
                            });
            assertThat(
                            context.getBean(JdbcClient.class)
                                    .sql("SELECT current_setting('timezone')")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("Asia/Tokyo");
            assertThat(context.getBean(Vault.class).sealText("x")).hasSize(1 + Vault.OVERHEAD);
            assertThat(data.resolve("keys/master.key")).exists();
        }
        assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void settingsThatNobodyGave() {
        InstallationSettings settings =
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("kyufu", InstallationSettings.class);
        assertThat(settings)
                .isEqualTo(
                        new InstallationSettings(
                                Path.of(".kyufu"), null, false, null, LocalTime.of(9, 0)));
        assertThat(settings.keyDirectory()).isEqualTo(Path.of(".kyufu", "keys"));
    }

    private ConfigurableApplicationContext start(String... properties) {
        return application(
                        Stream.concat(
                                        Arrays.stream(database.springProperties()),
                                        Arrays.stream(properties))
                                .toArray(String[]::new))
                .run();
    }

    private static SpringApplicationBuilder application(String... properties) {
        return new SpringApplicationBuilder(Kyufu.class)
                .web(WebApplicationType.NONE)
                .properties(properties);
    }

    private static void refused(String key, ThrowingCallable start) {
        assertThatThrownBy(start)
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo(key));
    }
}
