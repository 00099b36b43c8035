package jp.kyufu.web.admin;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyufu.access.People;
import jp.kyufu.access.SignIns;
import jp.kyufu.inquiry.CaseLimits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may do what, until when, and who has come in. */
@Controller
@ConditionalOnWebApplication
class PeopleController {

    private final People people;
    private final SignIns signIns;
    private final CaseLimits limits;

    PeopleController(People people, SignIns signIns, CaseLimits limits) {
        this.limits = limits;
        this.people = people;
        this.signIns = signIns;
    }

    @GetMapping("/people")
    String list(Principal who, Model model) {
        model.addAttribute("many", limits.told(who.getName()));
        model.addAttribute("perHour", limits.perHour());
        Map<String, SignIns.Standing> standings =
                signIns.standings().stream()
                        .collect(Collectors.toMap(SignIns.Standing::person, Function.identity()));
        model.addAttribute("people", people.list());
        model.addAttribute("standings", standings);
        model.addAttribute("roles", Role.values());
        return "admin/people";
    }

    @PostMapping("/people")
    String add(
            Principal who,
            @RequestParam String id,
            @RequestParam(required = false) @Nullable List<Role> roles,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate end,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        if (roles == null) {
            throw new Refusal("web.people.noRole");
        }
        people.add(id.strip(), roles, end, who.getName());
        Notice.done(next, t.words().of("web.people.added", id.strip()));
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/password")
    String password(
            Principal who,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        String password = signIns.oneTime(id, who.getName());
        Notice.done(next, t.words().of("web.people.password", id, password));
        return "redirect:/people";
    }
}
