package jp.kyufu.web.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.pipeline.BackgroundWork;
import jp.kyufu.pipeline.UploadDesk;
import jp.kyufu.pipeline.UploadKind;
import jp.kyufu.program.Program;
import jp.kyufu.upload.GivenUpFiles;
import jp.kyufu.upload.GivenUpFiles.GivenUp;
import jp.kyufu.upload.UploadLists;
import jp.kyufu.upload.UploadLists.Fault;
import jp.kyufu.upload.UploadLists.Upload;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import jp.kyufu.web.office.UploadFolder.About;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files come in, and what became of them. */
@Controller
@ConditionalOnWebApplication
class UploadsController {

    private static final int UPLOADS = 20;
    private static final int LINES = 100;
    private static final int GIVEN_UP = 100;

    private final UploadDesk desk;
    private final UploadFolder folder;
    private final UploadLists lists;
    private final GivenUpFiles givenUp;
    private final BackgroundWork work;
    private final FileBuild build;
    private final People people;
    private final Clock clock;

    UploadsController(
            UploadDesk desk,
            UploadFolder folder,
            UploadLists lists,
            GivenUpFiles givenUp,
            BackgroundWork work,
            FileBuild build,
            People people,
            Clock clock) {
        this.desk = desk;
        this.folder = folder;
        this.lists = lists;
        this.givenUp = givenUp;
        this.work = work;
        this.build = build;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/uploads")
    String page(
            Optional<Program> program,
            Principal who,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Set<Role> roles = roles(who);
        Slice<Upload> page =
                lists.uploads(
                        program.map(Program::id),
                        // The newest stand first: pages go backwards through the numbers.
                        after == null
                                ? Turn.of(null, before, before == null, UPLOADS)
                                : Turn.of(after, null, false, UPLOADS));
        model.addAttribute(
                "kinds",
                Arrays.stream(UploadKind.values())
                        .filter(kind -> roles.contains(kind.role()))
                        .toList());
        model.addAttribute("uploads", page.rows().reversed());
        model.addAttribute("older", page.isFirst() ? null : page.rows().getFirst().fileId());
        model.addAttribute(
                "newer", before == null && after == null || page.isLast() ? null : newest(page));
        model.addAttribute("givenUp", givenUp());
        addProgress(program, roles, model);
        return "office/uploads";
    }

    /** Why nobody goes on with a file that is not complete, by its number. */
    private Map<Integer, GivenUp> givenUp() {
        Map<Integer, GivenUp> found = new HashMap<>();
        for (GivenUp one : givenUp.newest(GIVEN_UP)) {
            Integer fileId = one.fileId();
            if (fileId != null) {
                found.putIfAbsent(fileId, one);
            }
        }
        return found;
    }

    private static @Nullable Integer newest(Slice<Upload> page) {
        return page.rows().isEmpty() ? null : page.rows().getLast().fileId();
    }

    /** The part of the page that changes while something runs. */
    @GetMapping("/uploads/progress")
    String progress(Optional<Program> program, Principal who, Model model) {
        addProgress(program, roles(who), model);
        return "office/progress :: update";
    }

    /**
     * Why a file was refused may repeat a row of it: it is told to those alone who hand such in.
     */
    private void addProgress(Optional<Program> program, Set<Role> roles, Model model) {
        model.addAttribute("unassessed", program.map(build::unassessed).orElse(List.of()));
        model.addAttribute("hasProgram", program.isPresent());
        List<BackgroundWork.Job> jobs =
                work.recent().stream().filter(job -> isTold(job.kind(), roles)).toList();
        model.addAttribute("jobs", jobs.stream().limit(UPLOADS).toList());
        model.addAttribute("busy", jobs.stream().anyMatch(job -> job.state().isOpen()));
    }

    private static boolean isTold(String kind, Set<Role> roles) {
        return kind.equals(UploadDesk.ASSESS)
                || Arrays.stream(UploadKind.values())
                        .anyMatch(one -> one.name().equals(kind) && roles.contains(one.role()));
    }

    @PostMapping("/uploads")
    String hand(
            Optional<Program> program,
            Principal who,
            @RequestParam(required = false) @Nullable UploadKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate asOf,
            @RequestParam("file") List<MultipartFile> files,
            RedirectAttributes next,
            @ModelAttribute("t") Texts t) {
        List<MultipartFile> given = files.stream().filter(file -> file.getSize() > 0).toList();
        if (given.isEmpty()) {
            throw new Refusal("web.office.uploads.noFile");
        }
        if (kind == null) {
            throw new Refusal("web.office.uploads.noKind");
        }
        for (MultipartFile file : given) {
            About about = About.of(kind, Optional.ofNullable(asOf), program, who.getName(), clock);
            Path kept = folder.keep(file);
            folder.note(kept, about);
            desk.hand(kind, kept, about.day(), program, who.getName(), folder.ending(kept));
        }
        Notice.done(next, t.words().of("web.office.uploads.queued", given.size()));
        return "redirect:/uploads";
    }

    @PostMapping("/uploads/assess")
    String assess(
            Program program, Principal who, RedirectAttributes next, @ModelAttribute("t") Texts t) {
        desk.assess(program, who.getName());
        Notice.done(next, t.words().of("web.office.uploads.assessing"));
        return "redirect:/uploads";
    }

    @GetMapping("/uploads/{fileId:\\d+}")
    String upload(
            Principal who,
            @PathVariable int fileId,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean last,
            @ModelAttribute("t") Texts t,
            Model model) {
        Slice<List<Fault>> page =
                lists.faults(fileId, Turn.of(after, before, last, LINES), t.words());
        model.addAttribute("upload", lists.upload(fileId));
        model.addAttribute("givenUp", givenUp().get(fileId));
        model.addAttribute("page", page);
        model.addAttribute("mayTake", roles(who).contains(Role.OFFICE));
        model.addAttribute(
                "pager",
                Pager.of("/uploads/" + fileId, Map.of(), page, faults -> faults.getFirst().line()));
        return "office/upload";
    }

    @GetMapping("/uploads/{fileId:\\d+}/rejects.{format:csv|xlsx}")
    void rejects(
            Principal who,
            @PathVariable int fileId,
            @PathVariable String format,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        people.require(who.getName(), LocalDate.now(clock), Role.OFFICE);
        TableFile.valueOf(format.toUpperCase(Locale.ROOT))
                .send(
                        response,
                        "rejects-" + fileId,
                        Stream.of("line", "column", "code", "reason", "message", "raw")
                                .map(column -> t.words().of("web.office.rejects." + column))
                                .toList(),
                        rows ->
                                lists.takeAway(
                                        fileId,
                                        who.getName(),
                                        t.words(),
                                        one ->
                                                rows.accept(
                                                        Arrays.asList(
                                                                one.line(),
                                                                one.column(),
                                                                one.code().name(),
                                                                t.reason(one.code()),
                                                                one.message(),
                                                                one.raw()))));
    }

    private Set<Role> roles(Principal who) {
        return people.find(who.getName()).map(Person::roles).orElse(Set.of());
    }
}
