package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kyufu.flow.Counted;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.FileBooks;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.reconciliation.Unexplained;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was sent and what became of it, and what nobody can explain yet. */
@Controller
@ConditionalOnWebApplication
class BooksController {

    /** Unexplained things shown at once; the rest shows as these are dealt with. */
    private static final int SHOWN = 100;

    private static final Pattern BETWEEN = Pattern.compile("[\\s,\\u3001]+");

    private final Reconciliation reconciliation;
    private final BooksLists lists;
    private final KeptFigures figures;

    BooksController(Reconciliation reconciliation, BooksLists lists, KeptFigures figures) {
        this.reconciliation = reconciliation;
        this.lists = lists;
        this.figures = figures;
    }

    /** Sent = credited + returned + pending, over the files of a rail. */
    public record Total(long sent, long credited, long returned, long pending, long difference) {

        private static final Total NONE = new Total(0, 0, 0, 0, 0);

        private Total plus(FileBooks file) {
            return new Total(
                    sent + file.sent(),
                    credited + file.credited(),
                    returned + file.returned(),
                    pending + file.pending(),
                    difference + file.difference());
        }
    }

    /** Something unexplained with the sentence that says so. */
    public record Open(Unexplained item, Refusal words) {}

    @GetMapping("/books")
    String books(Program program, Model model) {
        return figures.books(program)
                .map(counted -> show(counted, model))
                .orElseGet(() -> BalanceController.counting("books", model));
    }

    private static String show(Counted<KeptFigures.Books> counted, Model model) {
        List<FileBooks> files = counted.value().files();
        Map<Rail, Total> totals = new EnumMap<>(Rail.class);
        files.forEach(file ->
                totals.put(file.rail(), totals.getOrDefault(file.rail(), Total.NONE).plus(file)));
        model.addAttribute("files", files.reversed());
        model.addAttribute("totals", totals);
        model.addAttribute("open", open(counted.value().unexplained()));
        model.addAttribute("openCount", counted.value().unexplained().size());
        model.addAttribute("counted", counted);
        return "finance/books";
    }

    @GetMapping("/books/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        lists.takeAway(program, "reconciliation", who.getName());
        List<FileBooks> files = reconciliation.files(program);
        format.send(
                response,
                "reconciliation-" + program.code(),
                t.columns(
                        "web.books.column.",
                        "file",
                        "rail",
                        "payDate",
                        "state",
                        "count",
                        "sent",
                        "credited",
                        "returned",
                        "pending",
                        "difference",
                        "debited",
                        "cameBack"),
                files,
                file -> row(file, t));
    }

    private static List<?> row(FileBooks file, Texts t) {
        return Arrays.asList(
                file.fileNo(),
                t.rail(file.rail()),
                file.payDate(),
                t.state("file", file.state()),
                file.count(),
                file.sent(),
                file.credited(),
                file.returned(),
                file.pending(),
                file.difference(),
                t.words().of(file.debited() ? "web.books.yes" : "web.books.no"),
                file.cameBack());
    }

    /** One unexplained thing and what can be said about it. */
    @GetMapping("/books/unexplained")
    String unexplained(
            Program program, @RequestParam String kind, @RequestParam String ref, Model model) {
        Unexplained item =
                reconciliation.unexplained(program).stream()
                        .filter(open -> open.kind().equals(kind) && open.ref().equals(ref))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refusal("reconciliation.nothingToExplain", kind, ref));
        model.addAttribute("item", item);
        model.addAttribute("words", DayClose.words(item));
        if (kind.equals("STATEMENT_LINE")) {
            model.addAttribute(
                    "waiting",
                    reconciliation.files(program).stream()
                            .filter(file -> file.rail() == Rail.CASH && !file.debited())
                            .toList());
        }
        return "finance/unexplained";
    }

    @PostMapping("/books/explain")
    String explain(
            Program program,
            @RequestParam String kind,
            @RequestParam String ref,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        reconciliation.explain(program, kind, ref, reason, who.getName());
        Notice.done(next, t.words().of("web.books.explained", kind, ref));
        return "redirect:/books";
    }

    /** Clears lines against files or payments; numbers stand in a row. */
    @PostMapping("/books/clear")
    String clear(
            @RequestParam String lines,
            @RequestParam(defaultValue = "") String files,
            @RequestParam(defaultValue = "") String payments,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        reconciliation.clear(
                numbers(lines),
                numbers(files).stream().map(Math::toIntExact).toList(),
                numbers(payments),
                reason,
                who.getName());
        Notice.done(next, t.words().of("web.books.cleared", lines.strip()));
        return "redirect:/books";
    }

    /** Shows a line as the bank sent it; recorded, as it may name a payee. */
    @PostMapping("/books/line")
    String line(@RequestParam long line, Principal who, RedirectAttributes next) {
        next.addFlashAttribute("original", reconciliation.line(line, who.getName()));
        next.addAttribute("kind", "STATEMENT_LINE");
        next.addAttribute("ref", line);
        return "redirect:/books/unexplained";
    }

    static List<Open> open(List<Unexplained> unexplained) {
        return unexplained.stream()
                .limit(SHOWN)
                .map(item -> new Open(item, DayClose.words(item)))
                .toList();
    }

    private static List<Long> numbers(String text) {
        try {
            return BETWEEN.splitAsStream(text.strip())
                    .filter(part -> !part.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new Refusal("web.books.numbers", text);
        }
    }
}
