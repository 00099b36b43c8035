package jp.kyufu.web.office;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.assessment.Review;
import jp.kyufu.inquiry.ApplicationList;
import jp.kyufu.inquiry.ApplicationList.Filter;
import jp.kyufu.inquiry.ApplicationList.Row;
import jp.kyufu.program.Program;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
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

/** Applications, and everything that happened to one. */
@Controller
@ConditionalOnWebApplication
class ApplicationsController {

    private static final int ROWS = 50;
    private static final String NEW = "NEW";

    private final ApplicationList applications;
    private final Review review;
    private final People people;

    ApplicationsController(ApplicationList applications, Review review, People people) {
        this.applications = applications;
        this.review = review;
        this.people = people;
    }

    @GetMapping("/applications")
    String list(
            Program program,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean last,
            Model model) {
        Filter filter = filter(state, channel);
        Slice<Row> page = applications.page(program, filter, Turn.of(after, before, last, ROWS));
        Map<String, Long> counts = applications.counts(program);
        model.addAttribute("counts", counts);
        model.addAttribute("all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("channels", applications.channels(program));
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute(
                "pager",
                Pager.of(
                        "/applications",
                        Map.of("state", filter.state(), "channel", filter.channel()),
                        page,
                        Row::id));
        return "office/applications";
    }

    @GetMapping("/applications/list.{format:csv|xlsx}")
    void download(
            Program program,
            Principal who,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String channel,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        TableFile.valueOf(format.toUpperCase(Locale.ROOT))
                .send(
                        response,
                        "applications-" + program.code(),
                        Stream.of(
                                        "receipt",
                                        "channel",
                                        "received",
                                        "state",
                                        "codes",
                                        "reasons",
                                        "household",
                                        "resident",
                                        "method",
                                        "rail",
                                        "amount")
                                .map(column -> t.words().of("web.office.applications." + column))
                                .toList(),
                        rows ->
                                applications.takeAway(
                                        program,
                                        filter(state, channel),
                                        who.getName(),
                                        row -> rows.accept(cells(row, t))));
    }

    private static List<?> cells(Row row, Texts t) {
        return Arrays.asList(
                row.receiptNo(),
                row.channel(),
                row.receivedAt(),
                row.state(),
                String.join("|", row.codes()),
                row.codes().stream().map(t::reason).collect(Collectors.joining("|")),
                row.householdNo(),
                row.residentNo(),
                row.method(),
                row.rail(),
                row.amount());
    }

    @GetMapping("/applications/{id:\\d+}")
    String show(
            Program program,
            Principal who,
            HttpSession session,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean form,
            Model model) {
        String why = Looks.reason(session, "application " + id);
        model.addAttribute("id", id);
        model.addAttribute("record", applications.record(program, id, who.getName(), why));
        boolean office =
                people.find(who.getName())
                        .map(Person::roles)
                        .filter(roles -> roles.contains(Role.OFFICE))
                        .isPresent();
        model.addAttribute("mayForm", office);
        if (form && office) {
            model.addAttribute("sight", review.look(program, id, who.getName(), why));
        }
        return "office/application";
    }

    @PostMapping("/applications/{id:\\d+}/look")
    String giveReason(
            HttpSession session,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why) {
        if (why.isBlank()) {
            throw new Refusal("web.office.guarded.reasonMissing");
        }
        Looks.give(session, "application " + id, why);
        return "redirect:/applications/" + id;
    }

    /** A state that is none filters nothing. */
    private static Filter filter(String state, String channel) {
        boolean known =
                state.equals(NEW)
                        || Arrays.stream(ApplicationState.values())
                                .anyMatch(one -> one.name().equals(state));
        return new Filter(known ? state : "", channel);
    }
}
