package jp.kyufu.web.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.pipeline.BackgroundWork;
import jp.kyufu.pipeline.Runs;
import jp.kyufu.pipeline.UploadDesk;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.upload.GivenUpFiles;
import jp.kyufu.value.Role;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import jp.kyufu.web.office.UploadFolder;
import jp.kyufu.web.office.UploadFolder.Left;
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

/**
 * The history of jobs, and taking up again what broke off: as the person who presses the button,
 * with the rights that the work itself asks for.
 */
@Controller
@ConditionalOnWebApplication
class JobsController {

    private static final int PAGE = 50;
    private static final int GIVEN_UP = 10;
    private static final String ASSESS = "assess";

    private final Runs runs;
    private final UploadFolder folder;
    private final UploadDesk desk;
    private final BackgroundWork work;
    private final Programs programs;
    private final People people;
    private final GivenUpFiles givenUp;
    private final Clock clock;

    JobsController(
            Runs runs,
            UploadFolder folder,
            UploadDesk desk,
            BackgroundWork work,
            Programs programs,
            People people,
            GivenUpFiles givenUp,
            Clock clock) {
        this.runs = runs;
        this.folder = folder;
        this.desk = desk;
        this.work = work;
        this.programs = programs;
        this.people = people;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    @GetMapping("/jobs")
    String list(
            Optional<Program> program,
            Principal who,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        List<Runs.Run> found = runs.list(before, PAGE + 1);
        boolean more = found.size() > PAGE;
        boolean first = before == Long.MAX_VALUE;
        model.addAttribute("runs", more ? found.subList(0, PAGE) : found);
        model.addAttribute("older", more ? found.get(PAGE - 1).runNo() : null);
        model.addAttribute("first", first);
        model.addAttribute("left", folder.left());
        model.addAttribute("givenUp", first ? givenUp.newest(GIVEN_UP) : List.of());
        model.addAttribute("roles", roles(who));
        model.addAttribute(
                "again", first ? program.map(one -> brokenOff(one, found)).orElse(null) : null);
        return "admin/jobs";
    }

    /** The newest assessment of a program, if it did not come to its end; null otherwise. */
    private Runs.@Nullable Run brokenOff(Program program, List<Runs.Run> found) {
        boolean atWork =
                work.recent().stream()
                        .anyMatch(job ->
                                job.kind().equals(UploadDesk.ASSESS) && job.state().isOpen());
        return atWork
                ? null
                : found.stream()
                        .filter(run -> run.job().equals(ASSESS))
                        .filter(run -> program.code().equals(run.about()))
                        .findFirst()
                        .filter(run -> !run.status().equals("COMPLETED"))
                        .orElse(null);
    }

    @PostMapping("/jobs/assess")
    String assess(
            Program program, Principal who, RedirectAttributes next, @ModelAttribute("t") Texts t) {
        desk.assess(program, who.getName());
        Notice.done(next, t.words().of("web.jobs.assessing"));
        return "redirect:/jobs";
    }

    @PostMapping("/jobs/left/{id}")
    String takeUp(
            Principal who,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        Left left = folder.find(id);
        desk.requireHand(left.about().kind(), who.getName());
        Optional<Program> program =
                left.about().program().isEmpty()
                        ? Optional.empty()
                        : Optional.of(programs.theOne(Optional.of(left.about().program())));
        Path file = folder.takeUp(left);
        desk.hand(
                left.about().kind(),
                file,
                left.about().day(),
                program,
                who.getName(),
                folder.ending(file));
        Notice.done(next, t.words().of("web.jobs.takenUp", left.name()));
        return "redirect:/jobs";
    }

    @PostMapping("/jobs/left/{id}/give-up")
    String giveUp(
            Principal who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t)
            throws IOException {
        Left left = folder.find(id);
        desk.requireHand(left.about().kind(), who.getName());
        givenUp.record(left.about().kind().name(), folder.place(left), reason, who.getName());
        folder.giveUp(left);
        Notice.done(next, t.words().of("web.jobs.givenUp", left.name()));
        return "redirect:/jobs";
    }

    private Set<Role> roles(Principal who) {
        return people.find(who.getName())
                .filter(person -> !person.hasEnded(LocalDate.now(clock)))
                .map(Person::roles)
                .orElse(Set.of());
    }
}
