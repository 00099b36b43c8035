package jp.kyufu.web.office;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.inquiry.Funnels;
import jp.kyufu.pipeline.BackgroundWork;
import jp.kyufu.pipeline.BackgroundWork.Job;
import jp.kyufu.pipeline.PayDesk;
import jp.kyufu.program.PayDay;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payment files are built: on which rail, for which day, and what would be in them. */
@Controller
@ConditionalOnWebApplication
class BuildController {

    /** Three weeks: the usual horizon of a bank, and what lies beyond it. */
    private static final int DAYS = 28;

    private static final Set<String> KINDS = Set.of(PayDesk.PREVIEW, PayDesk.BUILD);

    private final PayDesk desk;
    private final FileBuild build;
    private final Funnels funnels;
    private final BackgroundWork work;
    private final Clock clock;

    BuildController(
            PayDesk desk, FileBuild build, Funnels funnels, BackgroundWork work, Clock clock) {
        this.desk = desk;
        this.build = build;
        this.funnels = funnels;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/files/new")
    String page(Program program, Model model) {
        model.addAttribute("unassessed", build.unassessed(program));
        model.addAttribute(
                "planned",
                funnels.of(program).payments().stream()
                        .filter(payments -> payments.state().equals("PLANNED"))
                        .toList());
        model.addAttribute(
                "rails", Stream.of(Rail.values()).filter(program.terms()::offers).toList());
        model.addAttribute("profile", program.bankProfile());
        model.addAttribute(
                "days", PayDay.ahead(LocalDateTime.now(clock), program.bankProfile(), DAYS));
        addProgress(program, model);
        return "office/build";
    }

    /** The part of the page that changes while something runs. */
    @GetMapping("/files/new/progress")
    String progress(Program program, Model model) {
        addProgress(program, model);
        return "office/preview :: preview";
    }

    private void addProgress(Program program, Model model) {
        List<Job> jobs =
                work.recent().stream()
                        .filter(job ->
                                KINDS.contains(job.kind()) && job.subject().equals(program.code()))
                        .limit(3)
                        .toList();
        model.addAttribute("jobs", jobs);
        model.addAttribute("busy", jobs.stream().anyMatch(job -> job.state().isOpen()));
        model.addAttribute("preview", desk.last(program).orElse(null));
    }

    @PostMapping("/files/new/preview")
    String preview(
            Program program,
            Principal who,
            @RequestParam(required = false) @Nullable Rail rail,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate payDate) {
        desk.preview(
                program, Optional.ofNullable(payDate), Optional.ofNullable(rail), who.getName());
        return "redirect:/files/new";
    }

    @PostMapping("/files/new")
    String build(
            Program program,
            Principal who,
            @RequestParam(required = false) @Nullable Rail rail,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate payDate,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        desk.build(program, Optional.ofNullable(payDate), Optional.ofNullable(rail), who.getName());
        Notice.done(next, t.words().of("web.office.build.begun"));
        return "redirect:/files/new";
    }
}
