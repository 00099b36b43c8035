package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.ReturnLists;
import jp.kyufu.reconciliation.ReturnedPayment;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Rail;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
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
 * Payments that came back and the way to another attempt, which only a person of the office opens.
 */
@Controller
@ConditionalOnWebApplication
class ReturnsController {

    private static final int ROWS = 50;

    private final ReturnLists lists;
    private final Returns returns;
    private final BooksLists books;
    private final Clock clock;

    ReturnsController(ReturnLists lists, Returns returns, BooksLists books, Clock clock) {
        this.lists = lists;
        this.returns = returns;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/returns")
    String list(
            Program program,
            @RequestParam Optional<String> reason,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Optional<String> asked = reason.filter(text -> !text.isBlank());
        List<ReturnedPayment> page = lists.waiting(program, asked, after, ROWS + 1);
        List<ReturnedPayment> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("returned", shown);
        model.addAttribute("reasons", lists.reasons(program));
        model.addAttribute("reason", asked.orElse(null));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "next", page.size() > ROWS ? shown.getLast().findingNo().orElseThrow() : null);
        return "finance/returns";
    }

    @GetMapping("/returns/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        books.takeAway(program, "returns", who.getName());
        List<ReturnedPayment> all = lists.waiting(program, Optional.empty(), 0, Integer.MAX_VALUE);
        format.send(
                response,
                "returns-" + program.code(),
                t.columns(
                        "web.returns.column.",
                        "payment",
                        "receipt",
                        "rail",
                        "amount",
                        "residents",
                        "attempt",
                        "reason",
                        "since"),
                all,
                one -> row(one, t));
    }

    private static List<?> row(ReturnedPayment one, Texts t) {
        return Arrays.asList(
                one.paymentNo(),
                one.receiptNo(),
                t.rail(one.rail()),
                one.amount(),
                one.residents(),
                one.attempt(),
                FinanceTexts.why(t.words(), one.reason().orElse("")),
                one.since().orElse(null));
    }

    @GetMapping("/returns/{payment:\\d+}")
    String one(Program program, @PathVariable long payment, Model model) {
        model.addAttribute("one", lists.one(program, payment));
        model.addAttribute("attempts", lists.attempts(program, payment));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("offersCash", program.terms().offers(Rail.CASH));
        model.addAttribute("offersPoints", program.terms().offers(Rail.POINTS));
        return "finance/return";
    }

    @PostMapping("/returns/{payment:\\d+}/account")
    String account(
            Program program,
            @PathVariable long payment,
            AccountFields account,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        return retry(
                program, payment, new RetryTo.NewAccount(account.form()), reason, who, t, next);
    }

    @PostMapping("/returns/{payment:\\d+}/same")
    String same(
            Program program,
            @PathVariable long payment,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        return retry(program, payment, new RetryTo.SameAccount(), reason, who, t, next);
    }

    @PostMapping("/returns/{payment:\\d+}/points")
    String points(
            Program program,
            @PathVariable long payment,
            @RequestParam(defaultValue = "") String wallet,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        RetryTo to = wallet.isBlank() ? new RetryTo.Points() : new RetryTo.Wallet(wallet);
        return retry(program, payment, to, reason, who, t, next);
    }

    private String retry(
            Program program,
            long payment,
            RetryTo to,
            String reason,
            Principal who,
            Texts t,
            RedirectAttributes next) {
        long made = returns.retry(program, payment, to, reason, who.getName());
        Notice.done(next, t.words().of("web.returns.retried", payment, made));
        return "redirect:/returns/" + payment;
    }
}
