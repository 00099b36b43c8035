package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of transfer and point files with what waits on top. */
@Controller
@ConditionalOnWebApplication
class FilesController {

    private static final int ROWS = 50;
    private static final Set<Role> STEPPERS = Set.of(Role.OFFICE, Role.APPROVER, Role.FINANCE);

    private final DispatchFiles files;
    private final Alarms alarms;
    private final People people;

    FilesController(DispatchFiles files, Alarms alarms, People people) {
        this.files = files;
        this.alarms = alarms;
        this.people = people;
    }

    @GetMapping("/files")
    String list(
            Program program,
            @RequestParam Optional<FileState> state,
            @RequestParam Optional<Rail> rail,
            @RequestParam Optional<Integer> before,
            Principal who,
            Model model) {
        List<DispatchFile> page =
                files.page(program, state, rail, before.orElse(Integer.MAX_VALUE), ROWS + 1);
        boolean more = page.size() > ROWS;
        List<DispatchFile> shown = more ? page.subList(0, ROWS) : page;
        model.addAttribute("files", shown);
        model.addAttribute("next", more ? shown.getLast().fileNo() : null);
        model.addAttribute("counts", files.counts(program));
        model.addAttribute("states", Arrays.asList(FileState.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("rail", rail.orElse(null));
        model.addAttribute("alarms", alarms.of(program));
        model.addAttribute("steps", SeveralFilesController.states());
        model.addAttribute(
                "mayStep",
                people.find(who.getName())
                        .map(Person::roles)
                        .filter(roles -> STEPPERS.stream().anyMatch(roles::contains))
                        .isPresent());
        return "finance/files";
    }

    @GetMapping("/files/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        List<DispatchFile> all = files.takeAway(program, who.getName());
        format.send(
                response,
                "files-" + program.code(),
                t.columns(
                        "web.files.column.",
                        "no",
                        "name",
                        "rail",
                        "payDate",
                        "state",
                        "count",
                        "sum",
                        "sha256",
                        "digest",
                        "builtBy",
                        "submittedBy",
                        "approvedBy",
                        "releasedBy",
                        "releasedOn"),
                all,
                file -> row(file, t));
    }

    private static List<?> row(DispatchFile file, Texts t) {
        return Arrays.asList(
                file.fileNo(),
                file.name(),
                t.rail(file.rail()),
                file.payDate().orElse(null),
                t.state("file", file.state()),
                file.count(),
                file.sum(),
                file.sha256(),
                file.digest(),
                file.builtBy(),
                file.submittedBy().orElse(null),
                file.approvedBy().orElse(null),
                file.releasedBy().orElse(null),
                file.releasedOn().orElse(null));
    }
}
