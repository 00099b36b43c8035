package jp.kyufu.web;

import java.util.List;
import jp.kyufu.access.SignIns;
import jp.kyufu.access.SignIns.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Asks {@link SignIns}. The principal is the person's id alone; roles are no part of a session
 * ({@link Rights}).
 */
@Component
@ConditionalOnWebApplication
class SignInProvider implements AuthenticationProvider {

    /** Held by who came in with a password good for once. */
    static final String MUST_CHANGE = "MUST_CHANGE_PASSWORD";

    private final SignIns signIns;

    SignInProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        String password = String.valueOf(asked.getCredentials());
        return switch (signIns.signIn(asked.getName(), password, address)) {
            case Outcome.In in -> in(in);
            case Outcome.Wrong _ -> throw new BadCredentialsException("wrong");
            case Outcome.Locked _ -> throw new LockedException("locked");
            case Outcome.Slowed _ -> throw new LockedException("slowed");
        };
    }

    private static Authentication in(Outcome.In in) {
        List<SimpleGrantedAuthority> marks =
                in.mustChange() ? List.of(new SimpleGrantedAuthority(MUST_CHANGE)) : List.of();
        return UsernamePasswordAuthenticationToken.authenticated(in.person(), null, marks);
    }

    static boolean mustChange(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(mark -> MUST_CHANGE.equals(mark.getAuthority()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
