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
    Keyring keyring(DataSource source, Installation installation, InstallationSettings settings) {
        return new Keyring(source, settings.keyDirectory(), installation.training());
    }

    @Bean
    Keys keys(Keyring ring) {
        return Keys.open(ring);
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
