package jp.kyufu.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.*;

/** To the page that was asked for, but first to a password of one's own. */
final class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    AfterSignIn() {
        setRequestCache(new PagesOnly());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        if (SignInProvider.mustChange(who)) {
            getRedirectStrategy().sendRedirect(request, response, "/password");
        } else {
            super.onAuthenticationSuccess(request, response, who);
        }
    }
}
