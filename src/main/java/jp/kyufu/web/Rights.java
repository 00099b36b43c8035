package jp.kyufu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who may open what, asked anew at every request of the same table that the commands ask: a role
 * granted or a last day set holds at once, whoever is signed in.
 */
@Component
@ConditionalOnWebApplication
class Rights implements AuthorizationManager<RequestAuthorizationContext> {

    private final People people;
    private final Clock clock;

    Rights(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Authentication signedIn = who.get();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return new AuthorizationDecision(false);
        }
        Optional<Person> person = present(signedIn.getName());
        String path = context.getRequest().getRequestURI();
        // A reason for looking is no act: whoever may read may give one.
        boolean reads = context.getRequest().getMethod().equals("GET") || path.endsWith("/look");
        boolean granted =
                person.isPresent()
                        && Area.ofPath(path)
                                .map(area -> reads ? area.readers() : area.actors())
                                .map(roles -> anyOf(person.get(), roles))
                                .orElse(true);
        return new AuthorizationDecision(granted);
    }

    /** The person as known now; empty past the last day. */
    Optional<Person> present(String id) {
        return people.find(id).filter(person -> !person.hasEnded(LocalDate.now(clock)));
    }

    private static boolean anyOf(Person person, Set<Role> roles) {
        return roles.stream().anyMatch(person.roles()::contains);
    }
}
