package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A refusal in words: an act returns to the page it was asked on, which says why nothing changed; a
 * page that cannot be shown says so itself.
 */
@ControllerAdvice
@ConditionalOnWebApplication
class Refused {

    private final Shell shell;

    Refused(Shell shell) {
        this.shell = shell;
    }

    @ExceptionHandler
    ModelAndView refused(
            Refusal refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        List<String> lines = Words.onPages(locale).of(refusal).lines().map(String::strip).toList();
        if (request.getMethod().equals("POST")) {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put(Notice.REFUSED, lines);
            String back = back(request);
            Objects.requireNonNull(RequestContextUtils.getFlashMapManager(request))
                    .saveOutputFlashMap(flash, request, response);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", back);
            return new ModelAndView();
        }
        ModelAndView page = page("refused", request, locale);
        page.setStatus(HttpStatus.NOT_FOUND);
        page.addObject("lines", lines);
        return page;
    }

    @ExceptionHandler
    ModelAndView noProgram(NoProgram none, HttpServletRequest request, Locale locale) {
        return page("no-program", request, locale);
    }

    /** The frame of a page comes with its controller; here there is none. */
    private ModelAndView page(String view, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("shell", shell.frame(request, locale));
        page.addObject("t", shell.texts(locale));
        return page;
    }

    /** The page the form stood on: the path of the referring page, never another site's. */
    private static String back(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        URI page = URI.create(referer);
        String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        return Objects.requireNonNullElse(page.getRawPath(), "/") + query;
    }
}
