package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.Bucket;
import jp.kyufu.reconciliation.ResultFileEntry;
import jp.kyufu.reconciliation.ResultLineEntry;
import jp.kyufu.reconciliation.StatementLineEntry;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What bank and provider answered: files of results with the buckets of their lines, statements.
 */
@Controller
@ConditionalOnWebApplication
class AnswersController {

    private static final int ROWS = 50;
    private static final List<String> BUCKETS =
            List.of("UNEXPLAINED", "DEBIT", "RETURN", "EXPLAINED");

    private final BooksLists lists;

    AnswersController(BooksLists lists) {
        this.lists = lists;
    }

    @GetMapping("/books/results")
    String results(Program program, @RequestParam Optional<Integer> before, Model model) {
        List<ResultFileEntry> page =
                lists.results(program, before.orElse(Integer.MAX_VALUE), ROWS + 1);
        List<ResultFileEntry> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("results", shown);
        model.addAttribute("buckets", Arrays.asList(Bucket.values()));
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().fileNo() : null);
        return "finance/results";
    }

    @GetMapping("/books/results/{no:\\d+}")
    String lines(
            Program program,
            @PathVariable int no,
            @RequestParam Optional<Bucket> bucket,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        List<ResultLineEntry> page = lists.resultLines(program, no, bucket, after, ROWS + 1);
        List<ResultLineEntry> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("no", no);
        model.addAttribute("bucket", bucket.orElse(null));
        model.addAttribute("buckets", Arrays.asList(Bucket.values()));
        model.addAttribute("lines", shown);
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().line() : null);
        return "finance/result-lines";
    }

    @GetMapping("/books/statements")
    String statements(
            Program program,
            @RequestParam Optional<String> bucket,
            @RequestParam Optional<Long> before,
            Model model) {
        Optional<String> known = bucket.filter(BUCKETS::contains);
        List<StatementLineEntry> page =
                lists.statementLines(program, known, before.orElse(Long.MAX_VALUE), ROWS + 1);
        List<StatementLineEntry> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("lines", shown);
        model.addAttribute("bucket", known.orElse(null));
        model.addAttribute("buckets", BUCKETS);
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().lineNo() : null);
        return "finance/statements";
    }

    @GetMapping("/books/results/export")
    void resultsFile(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        lists.takeAway(program, "results", who.getName());
        List<String> columns =
                new ArrayList<>(
                        t.columns(
                                "web.results.column.", "no", "name", "rail", "at", "by", "lines"));
        for (Bucket bucket : Bucket.values()) {
            columns.add(t.words().of("web.bucket." + bucket));
        }
        format.send(
                response,
                "results-" + program.code(),
                columns,
                lists.results(program, Integer.MAX_VALUE, Integer.MAX_VALUE),
                file -> row(file, t));
    }

    private static List<?> row(ResultFileEntry file, Texts t) {
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                file.fileNo(),
                                file.name(),
                                t.rail(file.rail()),
                                file.receivedAt(),
                                file.receivedBy(),
                                file.lines()));
        for (Bucket bucket : Bucket.values()) {
            row.add(file.buckets().getOrDefault(bucket, 0));
        }
        return row;
    }

    @GetMapping("/books/results/{no:\\d+}/export")
    void linesFile(
            Program program,
            @PathVariable int no,
            @RequestParam Optional<Bucket> bucket,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        lists.takeAway(program, "result " + no, who.getName());
        format.send(
                response,
                "result-" + no,
                t.columns(
                        "web.results.column.",
                        "line",
                        "bucket",
                        "payment",
                        "code",
                        "outcome",
                        "amount",
                        "grantedOn"),
                lists.resultLines(program, no, bucket, 0, Integer.MAX_VALUE),
                line ->
                        Arrays.asList(
                                line.line(),
                                t.words().of("web.bucket." + line.bucket()),
                                line.paymentNo().orElse(null),
                                line.code(),
                                line.outcome()
                                        .map(o -> t.words().of("web.outcome." + o))
                                        .orElse(null),
                                line.amount().orElse(null),
                                line.grantedOn().orElse(null)));
    }

    @GetMapping("/books/statements/export")
    void statementsFile(
            Program program,
            @RequestParam Optional<String> bucket,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        lists.takeAway(program, "statements", who.getName());
        format.send(
                response,
                "statements-" + program.code(),
                t.columns(
                        "web.statements.column.",
                        "no",
                        "statement",
                        "line",
                        "day",
                        "out",
                        "in",
                        "bucket",
                        "for"),
                lists.statementLines(
                        program,
                        bucket.filter(BUCKETS::contains),
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE),
                line ->
                        Arrays.asList(
                                line.lineNo(),
                                line.statementNo(),
                                line.line(),
                                line.postedOn(),
                                line.credit() ? null : line.amount(),
                                line.credit() ? line.amount() : null,
                                t.words().of("web.bucket." + line.bucket()),
                                line.standsFor().orElse(null)));
    }
}
