package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.access.SignIns;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sign-in page and one's own password. */
@Controller
@ConditionalOnWebApplication
class SignInController {

    /** What the sign-in page may have to say first; each a query parameter without value. */
    private static final Set<String> REASONS =
            Set.of("wrong", "locked", "slowed", "left", "elsewhere", "timeout");

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    String page(HttpServletRequest request, @Nullable Principal who, Model model) {
        if (who != null) {
            return "redirect:/";
        }
        Stream<String> asked = request.getParameterMap().keySet().stream();
        model.addAttribute("reason", asked.filter(REASONS::contains).findFirst().orElse(null));
        return "sign-in";
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute(
                "must",
                SignInProvider.mustChange(SecurityContextHolder.getContext().getAuthentication()));
        return "password";
    }

    @PostMapping("/password")
    String change(
            Principal who,
            @RequestParam String present,
            @RequestParam String next,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes then,
            @ModelAttribute("t") Texts t) {
        if (!next.equals(again)) {
            throw new Refusal("web.password.again");
        }
        signIns.change(who.getName(), present, next);
        SecurityContext free = SecurityContextHolder.createEmptyContext();
        free.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(who.getName(), null, List.of()));
        SecurityContextHolder.setContext(free);
        new HttpSessionSecurityContextRepository().saveContext(free, request, response);
        Notice.done(then, t.words().of("web.password.changed"));
        return "redirect:/";
    }

    /** Keeps a session awake for who is asked and stays. */
    @GetMapping("/still-here")
    @ResponseBody
    String stillHere() {
        return "";
    }
}
