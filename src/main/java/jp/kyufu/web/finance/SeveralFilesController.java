package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileAct;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileChecks;
import jp.kyufu.dispatch.HandOver;
import jp.kyufu.dispatch.LookAlike;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
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

/**
 * One step with several files of one state: each goes through the same function as alone, one after
 * the other, so that what stands against one does not keep the others.
 */
@Controller
@ConditionalOnWebApplication
class SeveralFilesController {

    /** The step of each state, and who takes it in {@link FileAct}. */
    private static final Map<FileState, FileAct> STEPS =
            new EnumMap<>(
                    Map.of(
                            FileState.DRAFT, FileAct.SUBMIT,
                            FileState.SUBMITTED, FileAct.APPROVE,
                            FileState.APPROVED, FileAct.RELEASE,
                            FileState.RELEASED, FileAct.DOWNLOAD));

    /** Steps by which bytes leave. */
    private static final Set<String> LEAVING = Set.of("release", "download");

    private final DispatchFiles files;
    private final FileActs acts;
    private final FileChecks checks;
    private final HandOver handOver;
    private final People people;
    private final Clock clock;

    SeveralFilesController(
            DispatchFiles files,
            FileActs acts,
            FileChecks checks,
            HandOver handOver,
            People people,
            Clock clock) {
        this.files = files;
        this.acts = acts;
        this.checks = checks;
        this.handOver = handOver;
        this.people = people;
        this.clock = clock;
    }

    /** States in which a file has a next step. */
    static Set<FileState> states() {
        return STEPS.keySet();
    }

    /** A file with what the checks found, and whether the step is open to who looks. */
    public record Ticked(
            DispatchFile file, List<Refusal> found, boolean decided, int alike, boolean open) {}

    /** Count and sum over the files of a rail that the step would take. */
    public record Total(int files, int count, long sum) {

        private Total plus(DispatchFile file) {
            return new Total(files + 1, count + file.count(), sum + file.sum());
        }
    }

    /**
     * The files that were ticked, once more, before anything happens to them.
     *
     * @param take handings over, {@code file:sending}, whose bytes are to be taken now
     */
    @GetMapping("/files/several")
    String look(
            Program program,
            @RequestParam(defaultValue = "") List<Integer> no,
            @RequestParam(defaultValue = "") List<String> take,
            Principal who,
            Model model) {
        List<DispatchFile> ticked = files.those(program, no);
        Optional<FileAct> step = step(ticked);
        List<Ticked> shown = ticked(ticked, step, people.find(who.getName()).orElseThrow());
        Map<Rail, Total> totals = new TreeMap<>();
        shown.stream()
                .filter(Ticked::open)
                .forEach(one ->
                        totals.merge(
                                one.file().rail(),
                                new Total(0, 0, 0).plus(one.file()),
                                (all, _) -> all.plus(one.file())));
        model.addAttribute("ticked", shown);
        model.addAttribute(
                "step", step.map(act -> act.name().toLowerCase(Locale.ROOT)).orElse(null));
        model.addAttribute("totals", totals);
        model.addAttribute("take", take);
        return "finance/several";
    }

    private List<Ticked> ticked(List<DispatchFile> some, Optional<FileAct> step, Person person) {
        Map<Integer, List<Refusal>> found = checks.against(some);
        Set<Integer> decided = checks.decided(some, person);
        List<LookAlike> alike = files.lookAlikes(some.stream().map(DispatchFile::fileNo).toList());
        return some.stream()
                .map(file ->
                        new Ticked(
                                file,
                                Check.present(found.get(file.fileNo())),
                                decided.contains(file.fileNo()),
                                (int)
                                        alike.stream()
                                                .filter(a -> a.fileNo() == file.fileNo())
                                                .count(),
                                step.filter(act ->
                                                act.mayStep(
                                                        file,
                                                        person,
                                                        decided.contains(file.fileNo())))
                                        .isPresent()))
                .toList();
    }

    /** The next step of files that are all of one state; empty: they are not, or there is none. */
    private static Optional<FileAct> step(Collection<DispatchFile> some) {
        List<FileState> states = some.stream().map(DispatchFile::state).distinct().toList();
        return states.size() == 1
                ? Optional.ofNullable(STEPS.get(states.getFirst()))
                : Optional.empty();
    }

    /** Takes the step; a page follows that takes the bytes of those that leave by it. */
    @PostMapping("/files/several/{act:submit|approve|release|download}")
    String step(
            Program program,
            @PathVariable String act,
            @RequestParam List<Integer> no,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        List<String> begun = new ArrayList<>();
        String list =
                each(
                        program,
                        no,
                        act,
                        one -> {
                            switch (act) {
                                case "submit" -> acts.submit(one, who.getName());
                                case "approve" -> acts.approve(one, who.getName());
                                case "release" -> acts.release(one, who.getName());
                                default -> {} // downloading begins below, as after a release
                            }
                            if (LEAVING.contains(act)) {
                                begun.add(begin(one.getFirst(), who));
                            }
                        },
                        t,
                        next);
        return begun.isEmpty() ? list : take(no, begun);
    }

    /** The bytes of handings over, in one archive; those that went already are left out. */
    @GetMapping("/files/several/bytes")
    void bytes(@RequestParam List<String> take, Principal who, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                FileController.attachment(
                        "files-" + LocalDateTime.now(clock).toLocalDate() + ".zip"));
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            for (String handing : take) {
                String[] numbers = handing.split(":", 2);
                handOver.give(
                        Integer.parseInt(numbers[0]),
                        Long.parseLong(numbers[1]),
                        who.getName(),
                        (name, bytes) -> {
                            ZipEntry entry = new ZipEntry(name);
                            entry.setLastModifiedTime(FileTime.from(clock.instant()));
                            zip.putNextEntry(entry);
                            zip.write(bytes);
                            zip.closeEntry();
                            zip.flush();
                        });
            }
        }
    }

    /** What is done to one file, as the command does it to the files named. */
    private interface Step {
        void take(List<Integer> one);
    }

    /** One file after the other; says which went and which was refused, and why. */
    private String each(
            Program program,
            List<Integer> no,
            String act,
            Step step,
            Texts t,
            RedirectAttributes next) {
        List<String> gone = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (DispatchFile file : files.those(program, no)) {
            try {
                step.take(List.of(file.fileNo()));
                gone.add(
                        t.words()
                                .of(
                                        "web.files.done." + act,
                                        file.name(),
                                        t.count(file.count()),
                                        t.amount(file.sum(), file.rail())));
            } catch (Refusal refusal) {
                refused.add(
                        t.words()
                                .of(
                                        "web.files.several.refused",
                                        file.name(),
                                        t.words().of(refusal)));
            }
        }
        if (!gone.isEmpty()) {
            Notice.done(next, gone.toArray(String[]::new));
        }
        if (!refused.isEmpty()) {
            Notice.warning(next, refused);
        }
        return "redirect:/files";
    }

    private String begin(int no, Principal who) {
        return no + ":" + handOver.begin(no, who.getName());
    }

    private static String take(List<Integer> no, List<String> begun) {
        return "redirect:/files/several?no="
                + String.join(",", no.stream().map(String::valueOf).toList())
                + "&take="
                + String.join(",", begun);
    }
}
