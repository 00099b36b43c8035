package jp.kyufu.matching;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model by which this installation matches. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingSettings.class)
class MatchingConfiguration {

    @Bean
    Model model(MatchingSettings settings) {
        return settings.model() == null ? Model.builtIn() : Model.read(settings.model());
    }
}
