package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.correction.RecoveryCase;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was paid to people who are not entitled, and how it comes back. */
@Controller
@ConditionalOnWebApplication
class RecoveriesController {

    private static final int ROWS = 50;

    private final Recoveries recoveries;
    private final BooksLists books;
    private final Clock clock;

    RecoveriesController(Recoveries recoveries, BooksLists books, Clock clock) {
        this.recoveries = recoveries;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/recoveries")
    String list(
            Program program,
            @RequestParam Optional<RecoveryCase.State> state,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        List<RecoveryCase> asked =
                recoveries.list(program).stream()
                        .filter(one -> state.isEmpty() || one.state() == state.get())
                        .filter(one -> one.caseNo() > after)
                        .limit(ROWS + 1)
                        .toList();
        List<RecoveryCase> shown = asked.subList(0, Math.min(ROWS, asked.size()));
        model.addAttribute("cases", shown);
        model.addAttribute("states", Arrays.asList(RecoveryCase.State.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("next", asked.size() > ROWS ? shown.getLast().caseNo() : null);
        return "finance/recoveries";
    }

    @GetMapping("/recoveries/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        books.takeAway(program, "recoveries", who.getName());
        List<RecoveryCase> all = recoveries.list(program);
        format.send(
                response,
                "recoveries-" + program.code(),
                t.columns(
                        "web.recoveries.column.",
                        "no",
                        "payment",
                        "rail",
                        "amount",
                        "paid",
                        "writtenOff",
                        "balance",
                        "state",
                        "opened"),
                all,
                one -> row(one, t));
    }

    private static List<?> row(RecoveryCase one, Texts t) {
        return Arrays.asList(
                one.caseNo(),
                one.paymentNo(),
                t.rail(one.rail()),
                one.amount(),
                one.paid(),
                one.writtenOff(),
                one.balance(),
                t.words().of("web.recoveries.state." + one.state()),
                one.openedOn());
    }

    @GetMapping("/recoveries/{no:\\d+}")
    String one(Program program, @PathVariable int no, Model model) {
        model.addAttribute("story", recoveries.show(program, no));
        model.addAttribute("today", LocalDate.now(clock));
        return "finance/recovery";
    }

    @PostMapping("/recoveries/{no:\\d+}/paid")
    String paid(
            Program program,
            @PathVariable int no,
            @RequestParam long amount,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dated,
            @RequestParam String evidence,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        RecoveryCase now = recoveries.paid(program, no, amount, dated, evidence, who.getName());
        Notice.done(
                next,
                t.words()
                        .of(
                                "web.recoveries.paid",
                                no,
                                t.amount(amount, now.rail()),
                                t.amount(now.balance(), now.rail())));
        return "redirect:/recoveries/" + no;
    }

    @PostMapping("/recoveries/{no:\\d+}/ask")
    String ask(
            Program program,
            @PathVariable int no,
            @RequestParam Recoveries.Kind kind,
            @RequestParam Optional<Long> amount,
            @RequestParam String reason,
            @RequestParam String evidence,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        recoveries.ask(program, no, kind, amount, reason, evidence, who.getName());
        Notice.done(next, t.words().of("web.recoveries.asked"));
        return "redirect:/recoveries/" + no;
    }

    @PostMapping("/recoveries/{no:\\d+}/confirm")
    String confirm(
            Program program,
            @PathVariable int no,
            @RequestParam int request,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        recoveries.confirm(program, request, who.getName());
        Notice.done(next, t.words().of("web.recoveries.confirmed"));
        return "redirect:/recoveries/" + no;
    }
}
