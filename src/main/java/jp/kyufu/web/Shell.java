package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.access.Person;
import jp.kyufu.database.Installation;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of every page shows: who is signed in, where he may go, which program, which day.
 */
@ControllerAdvice
@ConditionalOnWebApplication
class Shell {

    private final Rights rights;
    private final CurrentProgram programs;
    private final Installation installation;
    private final Clock clock;

    Shell(Rights rights, CurrentProgram programs, Installation installation, Clock clock) {
        this.rights = rights;
        this.programs = programs;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * The templates' {@code shell}.
     *
     * @param person who is signed in; empty on the sign-in page
     * @param areas where he may go
     * @param here the path of the page
     * @param idleSeconds after which a session without a request ends
     */
    public record Frame(
            Optional<Person> person,
            List<Area> areas,
            List<Program> programs,
            @Nullable Program program,
            LocalDate today,
            boolean training,
            String here,
            String lang,
            int idleSeconds) {

        /** Whether the person has any of the roles, written as in {@link Role}. */
        public boolean has(String... roles) {
            Set<Role> held = person.map(Person::roles).orElse(Set.of());
            return List.of(roles).stream().map(Role::valueOf).anyMatch(held::contains);
        }

        public boolean isIn(Area area) {
            return here.equals(area.path()) || here.startsWith(area.path() + "/");
        }
    }

    @ModelAttribute("shell")
    Frame frame(HttpServletRequest request, Locale locale) {
        Optional<Person> person =
                Optional.ofNullable(request.getUserPrincipal())
                        .flatMap(who -> rights.present(who.getName()));
        boolean known = person.isPresent();
        return new Frame(
                person,
                person.map(who -> Area.openTo(who.roles())).orElse(List.of()),
                known ? programs.all() : List.of(),
                known ? programs.of(request).orElse(null) : null,
                LocalDate.now(clock),
                installation.training(),
                request.getRequestURI(),
                locale.getLanguage(),
                request.getSession(false) == null
                        ? 0
                        : request.getSession(false).getMaxInactiveInterval());
    }

    @ModelAttribute("t")
    Texts texts(Locale locale) {
        return new Texts(locale);
    }
}
