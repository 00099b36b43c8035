package jp.kyufu.web.office;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.assessment.DeclineReview;
import jp.kyufu.assessment.DeclineReview.Told;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Waiting;
import jp.kyufu.assessment.Review.Resident;
import jp.kyufu.inquiry.Households;
import jp.kyufu.inquiry.Households.HouseholdFile;
import jp.kyufu.program.Program;
import jp.kyufu.register.RegisterLists;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The register: extracts, counts, two numbers that may be one person; one household with everything
 * about it.
 */
@Controller
@ConditionalOnWebApplication
class RegisterController {

    private final RegisterLists register;
    private final Findings findings;
    private final Households households;
    private final DeclineReview declines;
    private final People people;
    private final Clock clock;

    RegisterController(
            RegisterLists register,
            Findings findings,
            Households households,
            DeclineReview declines,
            People people,
            Clock clock) {
        this.register = register;
        this.findings = findings;
        this.households = households;
        this.declines = declines;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/register")
    String page(
            Optional<Program> program,
            Principal who,
            @RequestParam(defaultValue = "") String no,
            Model model) {
        if (!no.isBlank()) {
            return "redirect:/register/" + household(program, no.strip());
        }
        model.addAttribute("standing", register.standing().orElse(null));
        model.addAttribute("snapshots", register.snapshots());
        model.addAttribute(
                "duplicates",
                program.flatMap(one ->
                                findings.waiting(one).stream()
                                        .filter(pile ->
                                                pile.code() == ReasonCode.REGISTER_DUPLICATE)
                                        .findFirst())
                        .map(Waiting::count)
                        .orElse(0L));
        model.addAttribute("declines", program.map(declines::standing).orElse(0));
        model.addAttribute("maySearch", program.isPresent() && mayLook(who));
        return "office/register";
    }

    /** Of a receipt number, the household that it belongs to; of any other its digits. */
    private String household(Optional<Program> program, String no) {
        Optional<String> received = program.flatMap(one -> households.ofReceipt(one, no));
        String digits = no.replaceAll("[\\s-]", "");
        if (received.isEmpty()
                && (digits.isEmpty()
                        || !digits.chars().allMatch(c -> c < 128 && Character.isDigit(c)))) {
            throw new Refusal("web.office.register.unknown", no);
        }
        return received.orElse(digits);
    }

    @GetMapping("/register/{no:\\d+}")
    String household(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable String no,
            Model model) {
        String why = Looks.reason(session, "household " + no);
        model.addAttribute("no", no);
        HouseholdFile file = households.file(program, no, who.getName(), why);
        model.addAttribute("sight", file.sight());
        model.addAttribute("payments", file.payments());
        model.addAttribute("acts", file.acts());
        List<String> members = file.sight().residents().stream().map(Resident::residentNo).toList();
        model.addAttribute("declines", newest(declines.of(program, members)));
        if (!why.isEmpty()) {
            // Who has said why for a household has said it for each of its members.
            members.forEach(one -> Looks.give(session, "household " + one, why));
        }
        return "office/household";
    }

    /** Of each resident the last that he or she told. */
    private static Map<String, Told> newest(List<Told> told) {
        return told.stream()
                .collect(Collectors.toMap(Told::residentNo, one -> one, (_, later) -> later));
    }

    @PostMapping("/register/{no:\\d+}/look")
    String giveReason(
            HttpSession session,
            @PathVariable String no,
            @RequestParam(defaultValue = "") String why) {
        if (why.isBlank()) {
            throw new Refusal("web.office.guarded.reasonMissing");
        }
        Looks.give(session, "household " + no, why);
        return "redirect:/register/" + no;
    }

    private boolean mayLook(Principal who) {
        return people.find(who.getName())
                .filter(person -> !person.hasEnded(LocalDate.now(clock)))
                .map(Person::roles)
                .filter(roles -> roles.contains(Role.OFFICE) || roles.contains(Role.AUDITOR))
                .isPresent();
    }
}
