package jp.kyufu.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/** The sentences of all packages for templates: {@code #{web.home.title}}. */
final class Wording extends AbstractMessageSource {

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return words(code, locale, new Object[0]).orElse(null);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
        if (code == null || locale == null) {
            return null;
        }
        return words(code, locale, args == null ? new Object[0] : args).orElse(null);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }

    /** Words of Spring's own that are asked for here have none. */
    private static Optional<String> words(String code, Locale locale, Object[] args) {
        return code.indexOf('.') > 0 && Character.isLowerCase(code.charAt(0))
                ? Optional.of(Words.onPages(locale).of(code, args))
                : Optional.empty();
    }
}
