package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The program that a page is about, for handlers that take a {@link Program}: the one named by
 * {@code ?program=}, which stays chosen for the session, else the newest. Handlers of pages that
 * are of use before there is any take an {@code Optional<Program>}.
 */
@Component
@ConditionalOnWebApplication
class CurrentProgram implements HandlerMethodArgumentResolver {

    private static final String CHOICE = CurrentProgram.class.getName();

    private final Programs programs;

    CurrentProgram(Programs programs) {
        this.programs = programs;
    }

    List<Program> all() {
        return programs.all();
    }

    Optional<Program> of(HttpServletRequest request) {
        List<Program> all = programs.all();
        String asked = request.getParameter("program");
        HttpSession session = request.getSession(false);
        if (asked != null && session != null && find(all, asked).isPresent()) {
            session.setAttribute(CHOICE, asked);
        }
        Object chosen = session == null ? null : session.getAttribute(CHOICE);
        return find(all, String.valueOf(chosen))
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    private static Optional<Program> find(List<Program> all, String code) {
        return all.stream().filter(program -> program.code().equals(code)).findFirst();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType().equals(Program.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        Optional<Program> chosen =
                of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        return parameter.getParameterType().equals(Optional.class)
                ? chosen
                : chosen.orElseThrow(NoProgram::new);
    }
}
