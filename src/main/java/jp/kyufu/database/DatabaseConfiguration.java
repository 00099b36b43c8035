package jp.kyufu.database;

import java.time.Clock;
import java.time.ZoneId;
import jp.kyufu.value.Limits;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/**
 * Where the database is: at {@code spring.datasource.url} if that is set, else the embedded server
 * below {@code kyufu.data}. Either way Flyway connects as kyufu_owner and everything else as
 * kyufu_app.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InstallationSettings.class, Limits.class})
class DatabaseConfiguration {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** An installation that must be refused is refused at the start, not in the middle. */
    @Bean
    static LazyInitializationExcludeFilter checkedAtStart() {
        return LazyInitializationExcludeFilter.forBeanTypes(
                FlywayMigrationInitializer.class, Installation.class);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Installation installation(JdbcClient jdbc, InstallationSettings settings) {
        return new InstallationStore(jdbc).open(settings);
    }

    /**
     * The clock, or the time in Japan of the day set, which only a training installation accepts.
     */
    @Bean
    Clock clock(Installation checked, InstallationSettings settings) {
        return settings.today() == null
                ? Clock.system(JAPAN)
                : Clock.fixed(
                        settings.today().atTime(settings.time()).atZone(JAPAN).toInstant(), JAPAN);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoServerNamed.class)
    static class Embedded {

        @Bean
        EmbeddedPostgres embeddedPostgres(InstallationSettings settings) {
            return EmbeddedPostgres.open(settings.data().resolve("database"));
        }

        @Bean
        JdbcConnectionDetails appConnection(EmbeddedPostgres server) {
            Logins.Login app = server.logins().app();
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return app.user();
                }

                @Override
                public String getPassword() {
                    return app.password();
                }

                @Override
                public String getJdbcUrl() {
                    return server.url("kyufu");
                }
            };
        }

        @Bean
        FlywayConnectionDetails ownerConnection(EmbeddedPostgres server) {
            Logins.Login owner = server.logins().owner();
            return new FlywayConnectionDetails() {
                @Override
                public String getUsername() {
                    return owner.user();
                }

                @Override
                public String getPassword() {
                    return owner.password();
                }

                @Override
                public String getJdbcUrl() {
                    return server.url("kyufu");
                }
            };
        }
    }

    /** Holds while no {@code spring.datasource.url} is set, or an empty one. */
    static final class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(
                    context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
