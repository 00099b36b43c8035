package jp.kyufu.upload;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Limits;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The components of some stages on a test database, wired as the application wires them. */
public final class Stages implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final AnnotationConfigApplicationContext context;

    @EnableTransactionManagement
    static class Wiring {}

    /**
     * @param data the folder of the installation
     * @param packages whose components are wanted, and what these need
     */
    public Stages(TestDatabase database, Path data, String... packages) {
        DataSource source = database.appDataSource();
        Keys keys = Keys.open(source, data.resolve("keys"), true);
        PlatformTransactionManager transactions = new JdbcTransactionManager(source);
        context = new AnnotationConfigApplicationContext();
        // As commands have it: what a test does not use is not made.
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.register(Wiring.class);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")));
        context.registerBean(Vault.class, keys::vault);
        context.registerBean(Fingerprints.class, keys::fingerprints);
        context.registerBean(Limits.class, () -> UsualLimits.USUAL);
        context.registerBean(
                InstallationSettings.class,
                () -> new InstallationSettings(data, null, true, null, LocalTime.of(9, 0)));
        context.scan(packages);
        context.refresh();
    }

    public <T> T get(Class<T> component) {
        return context.getBean(component);
    }

    @Override
    public void close() {
        context.close();
    }
}
