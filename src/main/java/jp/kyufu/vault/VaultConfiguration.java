package jp.kyufu.vault;

import javax.sql.DataSource;
import jp.kyufu.database.Installation;
import jp.kyufu.database.InstallationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of this installation as beans. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Keys keys(DataSource source, Installation installation, InstallationSettings settings) {
        return Keys.open(source, settings.keyDirectory(), installation.training());
    }

    @Bean
    Vault vault(Keys keys) {
        return keys.vault();
    }

    @Bean
    Fingerprints fingerprints(Keys keys) {
        return keys.fingerprints();
    }

    @Bean
    ChargeCodeKey chargeCodeKey(Keys keys) {
        return keys.chargeCodeKey();
    }
}
