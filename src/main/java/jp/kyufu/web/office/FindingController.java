package jp.kyufu.web.office;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Choice;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.assessment.Review;
import jp.kyufu.assessment.Review.Resident;
import jp.kyufu.assessment.Review.Sight;
import jp.kyufu.inquiry.Inquiry;
import jp.kyufu.matching.Explanation;
import jp.kyufu.matching.Explanations;
import jp.kyufu.matching.MatchDecisions;
import jp.kyufu.program.Program;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Turn;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One finding: what it is about, both sides beside each other, and a person's decision. */
@Controller
@ConditionalOnWebApplication
class FindingController {

    /** Not this resident, whoever else: a word of matching; the finding stays open. */
    private static final String NOT = "NOT:";

    private static final String DECLINE = "DECLINE";
    private static final String OTHER = "MATCH";

    private final Findings findings;
    private final Review review;
    private final Explanations explanations;
    private final MatchDecisions matches;
    private final Inquiry inquiry;
    private final People people;
    private final Clock clock;

    FindingController(
            Findings findings,
            Review review,
            Explanations explanations,
            MatchDecisions matches,
            Inquiry inquiry,
            People people,
            Clock clock) {
        this.findings = findings;
        this.review = review;
        this.explanations = explanations;
        this.matches = matches;
        this.inquiry = inquiry;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/findings/{findingNo:\\d+}")
    String show(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable long findingNo,
            @RequestParam(required = false) @Nullable String reason,
            @ModelAttribute("t") Texts t,
            Model model) {
        Finding finding = findings.get(findingNo);
        Optional<ReasonCode> filter = WorkController.code(reason);
        model.addAttribute("finding", finding);
        model.addAttribute("filter", filter.map(Enum::name).orElse(""));
        model.addAttribute("next", next(program, finding, filter).orElse(null));
        model.addAttribute("returned", Findings.choices(finding.code()).isEmpty());
        if (finding.receiptNo() != null) {
            model.addAttribute("stories", inquiry.stories(program, finding.receiptNo()));
        }
        if (isOffice(who)) {
            String why = Looks.reason(session, "finding " + findingNo);
            look(program, finding, who.getName(), why, t, model);
        }
        return "office/finding";
    }

    private void look(
            Program program, Finding finding, String who, String why, Texts t, Model model) {
        Sight sight = review.look(program, finding, who, why);
        model.addAttribute("sight", sight);
        if (sight.access() != Review.Access.OPEN) {
            return;
        }
        Review.Application application = sight.application();
        if (!why.isBlank() && finding.receiptNo() != null) {
            model.addAttribute(
                    "stories", inquiry.wholeStories(program, finding.receiptNo(), who, why));
        }
        model.addAttribute("choices", choices(finding, application));
        model.addAttribute("candidates", List.of());
        if (application != null) {
            Explanation explanation =
                    explanations.explain(
                            program,
                            application.id(),
                            application.receiptNo(),
                            who,
                            why.isBlank() ? "finding " + finding.findingNo() : why);
            model.addAttribute("explanation", explanation);
            model.addAttribute("pass", pass(explanation.pass(), t));
            model.addAttribute("candidates", Comparisons.of(explanation));
        }
        List<Resident> two = two(finding, sight.residents());
        if (two.size() == 2) {
            model.addAttribute("twins", two);
            model.addAttribute("twinRows", Comparisons.of(two.getFirst(), two.getLast()));
        }
    }

    /** What may be decided now: whose it is stays once a payment has been in a file. */
    private static Set<Choice> choices(Finding finding, Review.@Nullable Application application) {
        boolean fixed = application != null && application.fixed();
        return finding.state().equals("OPEN")
                ? Findings.choices(finding.code()).stream()
                        .filter(choice ->
                                !fixed || choice != Choice.MATCH && choice != Choice.NO_MATCH)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static String pass(String pass, Texts t) {
        return WorkController.code(pass)
                .map(t::reason)
                .orElseGet(() -> t.words().of("web.office.pass." + pass));
    }

    private static List<Resident> two(Finding finding, List<Resident> residents) {
        return finding.otherResidentNo() == null
                ? List.of()
                : residents.stream()
                        .filter(one ->
                                one.residentNo().equals(finding.residentNo())
                                        || one.residentNo().equals(finding.otherResidentNo()))
                        .toList();
    }

    @PostMapping("/findings/{findingNo:\\d+}")
    String decide(
            Program program,
            Principal who,
            @PathVariable long findingNo,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String resident,
            @RequestParam(defaultValue = "") List<String> decline,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes then,
            @ModelAttribute("t") Texts t) {
        Finding finding = findings.get(findingNo);
        Optional<ReasonCode> filter = WorkController.code(reason);
        Optional<Long> next = next(program, finding, filter);
        if (decision.isEmpty()) {
            throw new Refusal("web.office.finding.nothingChosen");
        }
        if (decision.startsWith(NOT)) {
            matches.different(
                    Objects.requireNonNull(finding.applicationId()),
                    decision.substring(NOT.length()),
                    who.getName(),
                    why);
        } else {
            findings.resolve(findingNo, written(decision, resident, decline), why, who.getName());
        }
        Notice.done(
                then,
                t.words().of("web.office.finding.decided", findingNo, t.reason(finding.code())));
        String query = filter.map(code -> "?reason=" + code).orElse("");
        return "redirect:/findings" + next.map(no -> "/" + no).orElse("") + query;
    }

    private static String written(String decision, String resident, List<String> decline) {
        return switch (decision) {
            case OTHER -> "MATCH:" + resident.strip();
            case DECLINE -> "DECLINE:" + (decline.isEmpty() ? "NONE" : String.join(",", decline));
            default -> decision;
        };
    }

    @PostMapping("/findings/{findingNo:\\d+}/reopen")
    String reopen(
            Principal who,
            @PathVariable long findingNo,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes then,
            @ModelAttribute("t") Texts t) {
        findings.reopen(findingNo, why, who.getName());
        Notice.done(then, t.words().of("web.office.finding.reopened"));
        return "redirect:/findings?reason=" + ReasonCode.REGISTER_DUPLICATE;
    }

    @PostMapping("/findings/{findingNo:\\d+}/look")
    String giveReason(
            HttpSession session,
            @PathVariable long findingNo,
            @RequestParam(defaultValue = "") String why) {
        if (why.isBlank()) {
            throw new Refusal("web.office.guarded.reasonMissing");
        }
        Looks.give(session, "finding " + findingNo, why);
        return "redirect:/findings/" + findingNo;
    }

    /** The next open finding of the list, round to the first; empty where this is the only one. */
    private Optional<Long> next(Program program, Finding finding, Optional<ReasonCode> filter) {
        return findings
                .open(program, filter, Turn.of(finding.findingNo(), null, false, 1))
                .rows()
                .stream()
                .findFirst()
                .or(() ->
                        findings
                                .open(program, filter, Turn.of(null, null, false, 1))
                                .rows()
                                .stream()
                                .filter(first -> first.findingNo() != finding.findingNo())
                                .findFirst())
                .map(Finding::findingNo);
    }

    private boolean isOffice(Principal who) {
        return people.find(who.getName())
                .filter(person -> !person.hasEnded(LocalDate.now(clock)))
                .map(Person::roles)
                .filter(roles -> roles.contains(Role.OFFICE))
                .isPresent();
    }
}
