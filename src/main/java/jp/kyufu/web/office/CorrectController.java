package jp.kyufu.web.office;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.assessment.Rectifying;
import jp.kyufu.assessment.Review;
import jp.kyufu.intake.FaultyFields;
import jp.kyufu.intake.Field;
import jp.kyufu.intake.Rectifications;
import jp.kyufu.intake.Rectifications.Entered;
import jp.kyufu.intake.Rectifications.Source;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Correcting a defective application by what the applicant has written or said. */
@Controller
@ConditionalOnWebApplication
class CorrectController {

    /** Before the name of a field; what it says now. Left empty, the field stays. */
    private static final String NOW = "now.";

    private final Review review;
    private final Rectifying rectifying;

    CorrectController(Review review, Rectifying rectifying) {
        this.review = review;
        this.rectifying = rectifying;
    }

    @GetMapping("/applications/{id:\\d+}/correct")
    String form(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable long id,
            Model model) {
        String why = Looks.reason(session, "application " + id);
        Review.Sight sight = review.look(program, id, who.getName(), why);
        if (sight.access() != Review.Access.OPEN || !sight.correctable()) {
            return "redirect:/applications/" + id + "?form=true";
        }
        Review.Application application = sight.application();
        Set<Field> faulty = application == null ? Set.of() : FaultyFields.of(application.codes());
        Set<Field> others = EnumSet.copyOf(Rectifications.correctable());
        others.removeAll(faulty);
        model.addAttribute("id", id);
        model.addAttribute("sight", sight);
        model.addAttribute("faulty", faulty);
        model.addAttribute("others", others);
        model.addAttribute("sources", Source.values());
        model.addAttribute("rails", Rail.values());
        return "office/correct";
    }

    @PostMapping("/applications/{id:\\d+}/correct")
    String correct(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable long id,
            @RequestParam Map<String, String> said,
            @RequestParam(defaultValue = "") List<Field> clear,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes then,
            @ModelAttribute("t") Texts t) {
        Map<Field, String> now = new EnumMap<>(Field.class);
        for (Field field : Rectifications.correctable()) {
            String text = said.getOrDefault(NOW + field, "").strip();
            if (!text.isEmpty()) {
                now.put(field, text);
            }
        }
        clear.forEach(field -> now.put(field, ""));
        if (source.isEmpty()) {
            throw new Refusal("web.office.correct.sourceMissing");
        }
        Entered entered =
                rectifying.correct(
                        program,
                        id,
                        new Rectifying.Correction(
                                now,
                                Source.valueOf(source),
                                why,
                                Looks.reason(session, "application " + id)),
                        who.getName());
        if (!Looks.reason(session, "application " + id).isEmpty()) {
            Looks.give(
                    session,
                    "application " + entered.applicationId(),
                    Looks.reason(session, "application " + id));
        }
        Set<ReasonCode> left =
                entered.faults().stream()
                        .filter(code -> code.kind() == ReasonCode.Kind.DEFECTIVE)
                        .collect(Collectors.toSet());
        Notice.done(
                then,
                left.isEmpty()
                        ? t.words().of("web.office.correct.done", entered.receiptNo())
                        : t.words()
                                .of(
                                        "web.office.correct.left",
                                        entered.receiptNo(),
                                        left.stream()
                                                .sorted()
                                                .map(t::reason)
                                                .collect(Collectors.joining(", "))));
        return "redirect:/applications/" + entered.applicationId() + "?form=true";
    }
}
