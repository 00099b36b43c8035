package jp.kyufu.web.office;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyufu.assessment.DeclineReview;
import jp.kyufu.assessment.DeclineReview.Filter;
import jp.kyufu.assessment.DeclineReview.Opened;
import jp.kyufu.assessment.DeclineReview.Outlook;
import jp.kyufu.assessment.DeclineReview.State;
import jp.kyufu.assessment.DeclineReview.Told;
import jp.kyufu.assessment.DeclineReview.Word;
import jp.kyufu.program.Program;
import jp.kyufu.value.Digits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
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

/** Residents who told in writing that they do not want the benefit, and who took that back. */
@Controller
@ConditionalOnWebApplication
class DeclinesController {

    private static final int ROWS = 50;
    private static final String PATH = "/register/declines";

    private final DeclineReview declines;

    DeclinesController(DeclineReview declines) {
        this.declines = declines;
    }

    @GetMapping(PATH)
    String list(
            Program program,
            @RequestParam Optional<State> state,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String resident,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean last,
            Model model) {
        if (!resident.isBlank()) {
            return "redirect:" + PATH + "/" + number(resident);
        }
        Filter filter = new Filter(state, person.strip());
        Slice<Told> page = declines.page(program, filter, Turn.of(after, before, last, ROWS));
        String chosen = state.map(Enum::name).orElse("");
        model.addAttribute("states", State.values());
        model.addAttribute("chosen", chosen);
        model.addAttribute("person", filter.person());
        model.addAttribute("page", page);
        model.addAttribute(
                "pager",
                Pager.of(
                        PATH,
                        Map.of("state", chosen, "person", filter.person()),
                        page,
                        Told::declineNo));
        return "office/declines";
    }

    /** The digits of a resident number as somebody typed or pasted it. */
    private static String number(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!Digits.isDigits(digits, 1, 15)) {
            throw new Refusal("web.office.declines.unknown", typed.strip());
        }
        return digits;
    }

    @GetMapping(PATH + "/list.{format:csv|xlsx}")
    void download(
            Program program,
            Principal who,
            @PathVariable String format,
            @RequestParam Optional<State> state,
            @RequestParam(defaultValue = "") String person,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        TableFile.valueOf(format.toUpperCase(Locale.ROOT))
                .send(
                        response,
                        "declines-" + program.code(),
                        t.columns(
                                "web.office.declines.",
                                "no",
                                "resident",
                                "household",
                                "state",
                                "on",
                                "by",
                                "reason",
                                "evidence",
                                "endedOn",
                                "endedBy",
                                "endedReason",
                                "endedEvidence"),
                        rows ->
                                declines.takeAway(
                                        program,
                                        new Filter(state, person.strip()),
                                        who.getName(),
                                        told -> rows.accept(cells(told, t))));
    }

    private static List<?> cells(Told told, Texts t) {
        String state = t.words().of("web.office.declines.state." + told.state());
        return Stream.of(
                        List.of(told.declineNo(), told.residentNo(), told.householdNo(), state),
                        cells(told.told()),
                        cells(told.ended()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<?> cells(@Nullable Word word) {
        return word == null
                ? Arrays.asList(null, null, null, null)
                : List.of(word.on(), word.person(), word.reason(), word.evidence());
    }

    @GetMapping(PATH + "/{resident:\\d+}")
    String one(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable String resident,
            @ModelAttribute("t") Texts t,
            Model model) {
        Opened opened = declines.look(program, resident, who.getName(), look(session, resident));
        model.addAttribute("no", resident);
        model.addAttribute("sight", opened.sight());
        model.addAttribute("resident", opened.resident());
        model.addAttribute("outlook", opened.outlook());
        model.addAttribute("told", opened.told());
        Optional.ofNullable(opened.outlook())
                .flatMap(Outlook::against)
                .ifPresent(against -> model.addAttribute("against", t.words().of(against)));
        return "office/decline";
    }

    @PostMapping(PATH + "/{resident:\\d+}/look")
    String giveReason(
            HttpSession session,
            @PathVariable String resident,
            @RequestParam(defaultValue = "") String why) {
        if (why.isBlank()) {
            throw new Refusal("web.office.guarded.reasonMissing");
        }
        Looks.give(session, "household " + resident, why);
        return "redirect:" + PATH + "/" + resident;
    }

    @PostMapping(PATH + "/{resident:\\d+}/{act:add|take-back}")
    String tell(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable String resident,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        State to = act.equals("add") ? State.STANDS : State.TAKEN_BACK;
        Outlook was =
                declines.tell(
                        program,
                        resident,
                        to,
                        reason,
                        evidence,
                        who.getName(),
                        look(session, resident));
        String done =
                switch (to) {
                    case STANDS -> "web.office.declines.added";
                    case TAKEN_BACK -> "web.office.declines.takenBack";
                };
        Notice.done(next, t.words().of(done, resident));
        was.cancels()
                .ifPresent(payment ->
                        Notice.warning(next, List.of(cancelled(payment.paymentNo(), was, t))));
        return "redirect:" + PATH + "/" + resident;
    }

    private static String cancelled(long payment, Outlook was, Texts t) {
        boolean others = was.leaves().filter(left -> left.residents() > 0).isPresent();
        return t.words()
                .of(
                        others
                                ? "web.office.declines.cancelledForOthers"
                                : "web.office.declines.cancelled",
                        payment);
    }

    private static String look(HttpSession session, String resident) {
        return Looks.reason(session, "household " + resident);
    }
}
