package jp.kyufu.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyufu.audit.Audit;
import jp.kyufu.audit.AuditEvent;
import jp.kyufu.audit.AuditQuestion;
import jp.kyufu.books.Books;
import jp.kyufu.books.Problem;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
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

/** The trail of acts, and whether the books and the chain hold. */
@Controller
@ConditionalOnWebApplication
class AuditController {

    private static final int PAGE = 50;
    private static final int PAGE_OF_FILE = 5_000;

    private final Audit audit;
    private final Books books;

    AuditController(Audit audit, Books books) {
        this.audit = audit;
        this.books = books;
    }

    /** What is asked in the address of the page. */
    record Question(
            @Nullable String person,
            @Nullable String act,
            @Nullable String object,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {

        AuditQuestion asked() {
            return new AuditQuestion(text(person), text(act), text(object), day);
        }

        private static @Nullable String text(@Nullable String written) {
            return written == null || written.isBlank() ? null : written.strip();
        }
    }

    @GetMapping("/audit")
    String trail(
            @ModelAttribute("q") Question question,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        List<AuditEvent> events = audit.trail(question.asked(), before, PAGE + 1);
        boolean more = events.size() > PAGE;
        model.addAttribute("events", more ? events.subList(0, PAGE) : events);
        model.addAttribute("older", more ? events.get(PAGE - 1).seq() : null);
        model.addAttribute("first", before == Long.MAX_VALUE);
        model.addAttribute("acts", audit.acts());
        return "admin/audit";
    }

    @GetMapping("/audit/file")
    void file(
            Principal who,
            @ModelAttribute("q") Question question,
            @RequestParam TableFile as,
            HttpServletResponse response)
            throws IOException {
        audit.record(who.getName(), "audit.export", "audit", Map.of("as", as.name()));
        as.send(
                response,
                "audit",
                List.of("seq", "at", "person", "act", "object", "detail", "hash"),
                rows ->
                        pages(question.asked())
                                .forEach(event ->
                                        rows.accept(
                                                List.of(
                                                        event.seq(),
                                                        event.at(),
                                                        event.person(),
                                                        event.act(),
                                                        event.object(),
                                                        event.detail(),
                                                        event.hash()))));
    }

    /** All events that fit, read page by page. */
    private Stream<AuditEvent> pages(AuditQuestion question) {
        return Stream.iterate(
                        audit.trail(question, Long.MAX_VALUE, PAGE_OF_FILE),
                        page -> !page.isEmpty(),
                        page -> audit.trail(question, page.getLast().seq(), PAGE_OF_FILE))
                .flatMap(List::stream);
    }

    /** Every invariant, the balance, digests and chain: as {@code kyufu verify}. */
    @PostMapping("/audit/verify")
    String verify(Principal who, RedirectAttributes next, @ModelAttribute("t") Texts t) {
        List<Problem> problems = books.verify();
        audit.record(who.getName(), "verify", "books", Map.of("problems", problems.size()));
        if (problems.isEmpty()) {
            Notice.done(next, t.words().of("web.audit.intact"));
        } else {
            Notice.warning(next, sentences(problems, t));
        }
        return "redirect:/audit";
    }

    private static List<String> sentences(List<Problem> problems, Texts t) {
        List<String> lines = new ArrayList<>();
        lines.add(t.words().of("web.audit.broken", problems.size()));
        problems.forEach(
                problem -> lines.add(problem.name() + ": " + String.join(" / ", problem.rows())));
        return lines;
    }
}
