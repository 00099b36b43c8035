package jp.kyufu.web.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.Bucket;
import jp.kyufu.reconciliation.ResultFileEntry;
import jp.kyufu.reconciliation.ResultLineEntry;
import jp.kyufu.reconciliation.StatementLineEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
}
