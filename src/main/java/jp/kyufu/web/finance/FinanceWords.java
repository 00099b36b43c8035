package jp.kyufu.web.finance;

import java.util.Locale;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of finance its way to say amounts and times. */
@ControllerAdvice(basePackageClasses = FinanceWords.class)
@ConditionalOnWebApplication
class FinanceWords {

    @ModelAttribute("f")
    FinanceTexts f(Locale locale) {
        return new FinanceTexts(new Texts(locale));
    }
}
