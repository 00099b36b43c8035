package jp.kyufu.web;

import jakarta.servlet.DispatcherType;
import jp.kyufu.value.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Signing in, sessions, headers. What a person may open is asked of {@link Rights}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class SecurityConfiguration {

    /** Nothing from elsewhere, nothing inline. */
    static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final String FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private static final String[] OPEN_TO_ALL = {
        "/sign-in", "/static/**", "/webjars/**", "/favicon.ico", "/actuator/health", "/error"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, SignInProvider signIn, Rights rights, SessionRegistry sessions)
            throws Exception {
        http.authenticationProvider(signIn)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access((who, _) -> administrator(rights, who.get().getName()))
                                .anyRequest()
                                .access(rights))
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("person")
                                .passwordParameter("password")
                                .successHandler(new AfterSignIn())
                                .failureHandler(new AfterFailure()))
                .logout(out ->
                        out.logoutUrl("/sign-out")
                                .logoutSuccessUrl("/sign-in?left")
                                .deleteCookies("JSESSIONID"))
                .sessionManagement(session ->
                        session.sessionFixation(fixation -> fixation.newSession())
                                .maximumSessions(1)
                                .sessionRegistry(sessions)
                                .expiredUrl("/sign-in?elsewhere"))
                .requestCache(cache -> cache.requestCache(new PagesOnly()))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(policy -> policy.policy(FEATURES))
                                .frameOptions(frames -> frames.deny())
                                .crossOriginOpenerPolicy(_ -> {}));
        return http.build();
    }

    private static AuthorizationDecision administrator(Rights rights, String who) {
        return new AuthorizationDecision(
                rights.present(who)
                        .filter(person -> person.roles().contains(Role.ADMIN))
                        .isPresent());
    }

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that have ended. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
