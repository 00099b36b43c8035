package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers, over a sign-in, which page was asked for; never a fragment, a download or a form. */
final class PagesOnly extends HttpSessionRequestCache {

    PagesOnly() {
        setRequestMatcher(PagesOnly::isPage);
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains("text/html");
    }
}
