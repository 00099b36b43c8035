package jp.kyufu.web.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.assessment.Findings.Waiting;
import jp.kyufu.matching.MatchDecisions;
import jp.kyufu.program.Program;
import jp.kyufu.value.ReasonCode;
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

/** The work lists: what people must look at, by reason. */
@Controller
@ConditionalOnWebApplication
class WorkController {

    private static final int ROWS = 50;

    private final Findings findings;
    private final MatchDecisions matches;
    private final Clock clock;

    WorkController(Findings findings, MatchDecisions matches, Clock clock) {
        this.findings = findings;
        this.matches = matches;
        this.clock = clock;
    }

    /**
     * Findings of one code.
     *
     * @param days since the oldest was raised
     */
    public record Pile(ReasonCode code, long count, LocalDate oldest, long days) {}

    @GetMapping("/findings")
    String list(
            Program program,
            Principal who,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean last,
            Model model) {
        Optional<ReasonCode> code = code(reason);
        List<Waiting> waiting = findings.waiting(program);
        Slice<Finding> page = findings.open(program, code, Turn.of(after, before, last, ROWS));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("piles", waiting.stream().map(one -> pile(one, today)).toList());
        model.addAttribute("all", waiting.stream().mapToLong(Waiting::count).sum());
        model.addAttribute("chosen", code.orElse(null));
        model.addAttribute("page", page);
        model.addAttribute("today", today);
        model.addAttribute("filter", code.map(Enum::name).orElse(""));
        model.addAttribute(
                "pager",
                Pager.of(
                        "/findings",
                        Map.of("reason", code.map(Enum::name).orElse("")),
                        page,
                        Finding::findingNo));
        model.addAttribute("undo", matches.lastOf(program, who.getName()).orElse(null));
        return "office/work";
    }

    @GetMapping("/findings/list.{format:csv|xlsx}")
    void download(
            Program program,
            Principal who,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String reason,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        TableFile.valueOf(format.toUpperCase(Locale.ROOT))
                .send(
                        response,
                        "findings-" + program.code(),
                        Stream.of(
                                        "no",
                                        "code",
                                        "reason",
                                        "raised",
                                        "receipt",
                                        "payment",
                                        "household",
                                        "resident",
                                        "other",
                                        "detail")
                                .map(column -> t.words().of("web.office.findings." + column))
                                .toList(),
                        rows ->
                                findings.takeAway(
                                        program,
                                        code(reason),
                                        who.getName(),
                                        finding -> rows.accept(cells(finding, t))));
    }

    private static List<?> cells(Finding finding, Texts t) {
        return java.util.Arrays.asList(
                finding.findingNo(),
                finding.code().name(),
                t.reason(finding.code()),
                finding.raisedOn(),
                finding.receiptNo(),
                finding.paymentNo(),
                finding.householdNo(),
                finding.residentNo(),
                finding.otherResidentNo(),
                finding.detail());
    }

    @PostMapping("/findings/undo")
    String undo(
            Principal who,
            @RequestParam long application,
            @RequestParam String receipt,
            @RequestParam String why,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        matches.revoke(application, who.getName(), why);
        Notice.done(next, t.words().of("web.office.work.undone", receipt));
        return "redirect:/findings";
    }

    /** A code as the URL names it; one that is none filters nothing. */
    static Optional<ReasonCode> code(@Nullable String reason) {
        return Stream.of(ReasonCode.values())
                .filter(code -> code.name().equals(reason))
                .findFirst();
    }

    private static Pile pile(Waiting waiting, LocalDate today) {
        return new Pile(
                waiting.code(),
                waiting.count(),
                waiting.oldest(),
                Math.max(0, ChronoUnit.DAYS.between(waiting.oldest(), today)));
    }
}
