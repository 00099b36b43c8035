package jp.kyufu.web.office;

import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyufu.access.People;
import jp.kyufu.inquiry.Funnel;
import jp.kyufu.inquiry.Funnels;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Amendment;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programs: what they promise and what is left of their budget; opened and amended by a file. */
@Controller
@ConditionalOnWebApplication
class ProgramsController {

    /** States in which a payment has taken its part of the budget (V110). */
    private static final Set<String> SPENT = Set.of("IN_FILE", "RELEASED", "ACCEPTED", "SETTLED");

    private final Programs programs;
    private final ProgramJobs jobs;
    private final Funnels funnels;
    private final UploadFolder folder;
    private final People people;
    private final Clock clock;

    ProgramsController(
            Programs programs,
            ProgramJobs jobs,
            Funnels funnels,
            UploadFolder folder,
            People people,
            Clock clock) {
        this.programs = programs;
        this.jobs = jobs;
        this.funnels = funnels;
        this.folder = folder;
        this.people = people;
        this.clock = clock;
    }

    /**
     * One funding source on one rail; its part of what is used falls on it by its share.
     *
     * @param source empty for the sum of the rail
     */
    public record Line(String source, Rail rail, long budget, long used) {

        public long left() {
            return budget - used;
        }
    }

    @GetMapping("/programs")
    String list(Model model) {
        model.addAttribute("all", programs.all());
        return "office/programs";
    }

    @GetMapping("/programs/{code}")
    String show(@PathVariable String code, Model model) {
        Program program =
                programs.all().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("web.office.programs.unknown", code));
        ProgramTerms terms = program.terms();
        model.addAttribute("one", program);
        model.addAttribute("terms", terms);
        model.addAttribute("unlimited", Amounts.UNLIMITED);
        model.addAttribute("lines", lines(terms, used(funnels.of(program))));
        return "office/program";
    }

    private static Map<Rail, Long> used(Funnel funnel) {
        Map<Rail, Long> used = new EnumMap<>(Rail.class);
        for (Funnel.Payments payments : funnel.payments()) {
            if (SPENT.contains(payments.state())) {
                used.merge(Rail.valueOf(payments.rail()), payments.amount(), Long::sum);
            }
        }
        return used;
    }

    private static List<Line> lines(ProgramTerms terms, Map<Rail, Long> used) {
        List<Line> lines = new ArrayList<>();
        for (Rail rail : Rail.values()) {
            if (!terms.offers(rail)) {
                continue;
            }
            long spent = used.getOrDefault(rail, 0L);
            List<Long> shares = terms.shares(rail, spent);
            for (int i = 0; i < shares.size(); i++) {
                ProgramTerms.BudgetLine line = terms.budget().get(i);
                lines.add(new Line(line.source(), rail, line.amounts().of(rail), shares.get(i)));
            }
            lines.add(new Line("", rail, terms.budget(rail), spent));
        }
        return lines;
    }

    @PostMapping("/programs")
    String open(
            Principal who,
            @RequestParam("file") MultipartFile file,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        people.require(who.getName(), LocalDate.now(clock), Role.OFFICE);
        Path kept = folder.keep(file);
        try {
            ProgramJobs.Opened opened = jobs.open(kept, who.getName());
            Notice.done(
                    next,
                    t.words()
                            .of(
                                    "web.office.programs.opened",
                                    opened.program().terms().name(),
                                    t.count(opened.entitled()),
                                    t.count(opened.duplicates())));
            return "redirect:/programs/" + opened.program().code();
        } finally {
            folder.discard(kept);
        }
    }

    @PostMapping("/programs/amend")
    String amend(
            Principal who,
            @RequestParam("file") MultipartFile file,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        Path kept = folder.keep(file);
        try {
            Amendment amendment = jobs.amend(kept, who.getName());
            List<String> said = new ArrayList<>();
            said.add(t.words().of("web.office.programs.amended", amendment.differences().size()));
            amendment
                    .differences()
                    .forEach(one ->
                            said.add(
                                    t.words()
                                            .of(
                                                    "web.office.programs.difference",
                                                    one.key(),
                                                    one.stored(),
                                                    one.found())));
            Notice.done(next, said.toArray(String[]::new));
            return "redirect:/programs/" + amendment.program().code();
        } finally {
            folder.discard(kept);
        }
    }
}
