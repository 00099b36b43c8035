package jp.kyufu.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** What all pages share: language, words, the program they are about, one effect for one form. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

    private static final int DAY_SECONDS = 24 * 60 * 60;

    private final CurrentProgram program;

    WebConfiguration(CurrentProgram program) {
        this.program = program;
    }

    /** Japanese first, whatever the browser says; {@code ?lang=en} changes it. */
    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver cookie = new CookieLocaleResolver("lang");
        cookie.setDefaultLocale(Locale.JAPANESE);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Strict");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    static MessageSource messageSource() {
        return new Wording();
    }

    /** The token against forged requests is Spring Security's; the key of the act is ours. */
    @Bean
    static BeanPostProcessor actFields() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor tokens
                        ? new ActField(tokens)
                        : bean;
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        interceptors.addInterceptor(language);
        interceptors
                .addInterceptor(new PasswordFirst())
                .excludePathPatterns("/error", "/static/**");
        interceptors.addInterceptor(new OncePerAct()).excludePathPatterns("/error");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler("/static/**")
                .addResourceLocations("classpath:/jp/kyufu/web/static/")
                .setCachePeriod(DAY_SECONDS);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(program);
    }
}
