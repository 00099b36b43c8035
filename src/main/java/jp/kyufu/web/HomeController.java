package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.access.Person;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.flow.Counted;
import jp.kyufu.inquiry.CaseLimits;
import jp.kyufu.inquiry.Funnel;
import jp.kyufu.inquiry.Funnels;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: where the program stands. Whoever only answers calls begins with the search and
 * has no figures of the city.
 */
@Controller
@ConditionalOnWebApplication
class HomeController {

    private final Rights rights;
    private final CurrentProgram programs;
    private final Funnels funnels;
    private final Alarms alarms;
    private final CaseLimits limits;
    private final Clock clock;

    HomeController(
            Rights rights,
            CurrentProgram programs,
            Funnels funnels,
            Alarms alarms,
            CaseLimits limits,
            Clock clock) {
        this.rights = rights;
        this.programs = programs;
        this.funnels = funnels;
        this.alarms = alarms;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Principal who, HttpServletRequest request, Model model) {
        Set<Role> roles = rights.present(who.getName()).map(Person::roles).orElse(Set.of());
        if (roles.equals(Set.of(Role.CALLCENTER))) {
            return "redirect:/call";
        }
        Optional<Program> program = programs.of(request);
        boolean figures = Area.openTo(roles).contains(Area.PROGRAMS);
        if (program.isPresent() && figures) {
            show(program.get(), model);
        }
        if (roles.contains(Role.ADMIN) || roles.contains(Role.AUDITOR)) {
            model.addAttribute("many", limits.told(who.getName()).size());
        }
        model.addAttribute("figures", figures);
        return "home";
    }

    private void show(Program program, Model model) {
        Counted<Funnel> counted = funnels.counted(program);
        Funnel funnel = counted.value();
        LocalDate last = program.terms().window().to();
        model.addAttribute("funnel", funnel);
        model.addAttribute("counted", counted);
        List<Funnel.Day> days = funnel.byDay();
        model.addAttribute("days", days);
        model.addAttribute("channels", funnel.channels());
        model.addAttribute("chart", DayChart.of(days));
        model.addAttribute(
                "states",
                List.of(
                        "",
                        "DECIDED",
                        "REVIEW",
                        "UNMATCHED",
                        "DEFECTIVE",
                        "DUPLICATE",
                        "NOTHING_DUE"));
        model.addAttribute("deadline", last);
        model.addAttribute("daysLeft", ChronoUnit.DAYS.between(LocalDate.now(clock), last));
        model.addAttribute("alarms", alarms.of(program).size());
    }
}
