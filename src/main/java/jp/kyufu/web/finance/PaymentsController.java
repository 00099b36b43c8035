package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.correction.CorrectionLists;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.AccountChange;
import jp.kyufu.reconciliation.Accounts;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.PointLots;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.ReturnLists;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
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

/**
 * One payment with all that can still happen to it: its attempts, the account it goes to in every
 * version, corrections, recovery cases, the lot of its points.
 */
@Controller
@ConditionalOnWebApplication
class PaymentsController {

    private static final int ROWS = 50;
    private static final OffsetDateTime EVER =
            OffsetDateTime.of(LocalDate.of(9999, 1, 1).atStartOfDay(), ZoneOffset.UTC);

    private final ReturnLists lists;
    private final Accounts accounts;
    private final CorrectionLists corrections;
    private final PointLots lots;
    private final BooksLists books;

    PaymentsController(
            ReturnLists lists,
            Accounts accounts,
            CorrectionLists corrections,
            PointLots lots,
            BooksLists books) {
        this.lists = lists;
        this.accounts = accounts;
        this.corrections = corrections;
        this.lots = lots;
        this.books = books;
    }

    /** Finds a payment by its number. */
    @GetMapping("/payments")
    String find(@RequestParam Optional<String> no) {
        Optional<String> asked = no.map(String::strip).filter(text -> !text.isEmpty());
        if (asked.isEmpty()) {
            return "finance/payments";
        }
        if (!asked.get().matches("[0-9]{1,10}")) {
            throw new Refusal("reconciliation.unknownPayment", asked.get());
        }
        return "redirect:/payments/" + Long.parseLong(asked.get());
    }

    @GetMapping("/payments/{payment:\\d+}")
    String one(Program program, @PathVariable long payment, Model model) {
        model.addAttribute("one", lists.one(program, payment));
        model.addAttribute("attempts", lists.attempts(program, payment));
        model.addAttribute("versions", accounts.versions(program, payment));
        model.addAttribute("corrections", corrections.ofClaim(program, payment));
        model.addAttribute("cases", corrections.casesOfClaim(program, payment));
        model.addAttribute("lot", lots.find(program, payment));
        model.addAttribute("offersCash", program.terms().offers(Rail.CASH));
        model.addAttribute("offersPoints", program.terms().offers(Rail.POINTS));
        return "finance/payment";
    }

    /** Another account for a payment that is still planned. */
    @PostMapping("/payments/{payment:\\d+}/account")
    String account(
            Program program,
            @PathVariable long payment,
            AccountFields account,
            @RequestParam String reason,
            @RequestParam String evidence,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        RetryTo to = new RetryTo.NewAccount(account.form());
        return change(program, payment, to, reason, evidence, who, t, next);
    }

    /** A wallet, or a charge code where none is named, for a payment that is still planned. */
    @PostMapping("/payments/{payment:\\d+}/points")
    String points(
            Program program,
            @PathVariable long payment,
            @RequestParam(defaultValue = "") String wallet,
            @RequestParam String reason,
            @RequestParam String evidence,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        RetryTo to = wallet.isBlank() ? new RetryTo.Points() : new RetryTo.Wallet(wallet);
        return change(program, payment, to, reason, evidence, who, t, next);
    }

    private String change(
            Program program,
            long payment,
            RetryTo to,
            String reason,
            String evidence,
            Principal who,
            Texts t,
            RedirectAttributes next) {
        long made = accounts.change(program, payment, to, reason, evidence, who.getName());
        Notice.done(next, t.words().of("web.payments.changed", payment, made));
        return "redirect:/payments/" + made;
    }

    /** Every account that people entered, the newest first. */
    @GetMapping("/payments/accounts")
    String changes(
            Program program,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    Optional<OffsetDateTime> before,
            @RequestParam(defaultValue = "0") long application,
            Model model) {
        List<AccountChange> page =
                accounts.changes(program, before.orElse(EVER), application, ROWS + 1);
        model.addAttribute("changes", page.subList(0, Math.min(ROWS, page.size())));
        model.addAttribute("next", page.size() > ROWS ? page.get(ROWS - 1) : null);
        return "finance/account-changes";
    }

    @GetMapping("/payments/accounts/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        books.takeAway(program, "accounts", who.getName());
        format.send(
                response,
                "accounts-" + program.code(),
                t.columns(
                        "web.payments.column.",
                        "at",
                        "receipt",
                        "version",
                        "rail",
                        "last3",
                        "person",
                        "reason",
                        "evidence",
                        "payment",
                        "state"),
                accounts.changes(program, EVER, 0, Integer.MAX_VALUE),
                change -> row(change, t));
    }

    private static List<?> row(AccountChange change, Texts t) {
        return Arrays.asList(
                change.at(),
                change.receiptNo(),
                change.version(),
                t.rail(change.rail()),
                change.last3().orElse(null),
                change.person(),
                change.reason(),
                change.evidence(),
                change.paymentNo().orElse(null),
                t.state("payment", change.state().orElse(null)));
    }
}
