package jp.kyufu.web.call;

import java.security.Principal;
import jp.kyufu.inquiry.Case;
import jp.kyufu.inquiry.CaseKey;
import jp.kyufu.inquiry.CaseLimits;
import jp.kyufu.inquiry.Cases;
import jp.kyufu.inquiry.Comparison;
import jp.kyufu.inquiry.Relation;
import jp.kyufu.inquiry.Reveal;
import jp.kyufu.inquiry.Topic;
import jp.kyufu.program.Program;
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

/** The case in one screen, and what is done with it while somebody is on the telephone. */
@Controller
@ConditionalOnWebApplication
class CaseController {

    private final Cases cases;
    private final CaseLimits limits;

    CaseController(Cases cases, CaseLimits limits) {
        this.cases = cases;
        this.limits = limits;
    }

    @GetMapping("/call/{key}")
    String open(
            Program program,
            Principal who,
            @PathVariable String key,
            Model model,
            @ModelAttribute("t") Texts t) {
        if (cases.wantsReason(who.getName(), read(key))) {
            model.addAttribute("key", read(key).text());
            model.addAttribute("perHour", limits.perHour());
            return "call/many";
        }
        Case told = cases.open(program, who.getName(), read(key));
        model.addAttribute("told", told);
        model.addAttribute("said", new Sentences(t));
        model.addAttribute("relations", Relation.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("reveals", Reveal.values());
        return "call/case";
    }

    @PostMapping("/call/{key}/many")
    String many(
            Principal who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason) {
        limits.giveReason(who.getName(), reason);
        return "redirect:/call/" + read(key).text();
    }

    /** What was shown once is not shown again by going back to its address. */
    @GetMapping("/call/{key}/{act:compare|reveal|many}")
    String again(@PathVariable String key, @PathVariable String act) {
        return "redirect:/call/" + read(key).text();
    }

    @PostMapping("/call/{key}/compare")
    String compare(
            Program program,
            Principal who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            @ModelAttribute("t") Texts t) {
        Comparison.Said heard = new Comparison.Said(birth, address, phone);
        model.addAttribute("heard", heard);
        model.addAttribute("comparison", cases.compare(program, who.getName(), read(key), heard));
        return open(program, who, key, model, t);
    }

    @PostMapping("/call/{key}/reveal")
    String reveal(
            Program program,
            Principal who,
            @PathVariable String key,
            @RequestParam long application,
            @RequestParam Reveal field,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            @ModelAttribute("t") Texts t) {
        String shown = cases.reveal(program, who.getName(), application, field, reason);
        model.addAttribute("shown", shown);
        model.addAttribute("shownField", field);
        model.addAttribute("shownOf", application);
        return open(program, who, key, model, t);
    }

    @PostMapping("/call/{key}/notes")
    String note(
            Program program,
            Principal who,
            @PathVariable String key,
            @RequestParam Relation relation,
            @RequestParam Topic topic,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answered,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        CaseKey about = read(key);
        cases.note(program, who.getName(), about, relation, topic, asked, answered);
        Notice.done(next, t.words().of("web.call.noted"));
        return "redirect:/call/" + about.text();
    }

    private static CaseKey read(String key) {
        return CaseKey.read(key).orElseThrow(() -> new Refusal("inquiry.noCase"));
    }
}
