package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whoever came in with a password good for once does nothing before having one of his own. */
final class PasswordFirst implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean must =
                SignInProvider.mustChange(SecurityContextHolder.getContext().getAuthentication());
        if (must && !request.getRequestURI().equals("/password")) {
            response.sendRedirect("/password");
            return false;
        }
        return true;
    }
}
