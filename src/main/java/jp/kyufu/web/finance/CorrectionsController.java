package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kyufu.correction.Correction;
import jp.kyufu.correction.CorrectionLine;
import jp.kyufu.correction.CorrectionLists;
import jp.kyufu.correction.Corrections;
import jp.kyufu.correction.PaidClaim;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.ReturnLists;
import jp.kyufu.value.Refusal;
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

/** What changed about claims after they were paid: a further payment up, a recovery case down. */
@Controller
@ConditionalOnWebApplication
class CorrectionsController {

    private static final int ROWS = 50;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,\\u3001]+");

    private final Corrections corrections;
    private final CorrectionLists lists;
    private final ReturnLists payments;
    private final BooksLists books;

    CorrectionsController(
            Corrections corrections,
            CorrectionLists lists,
            ReturnLists payments,
            BooksLists books) {
        this.corrections = corrections;
        this.lists = lists;
        this.payments = payments;
        this.books = books;
    }

    /** What a correction comes to: yen or points up and down. */
    public record Difference(long up, long down) {

        static Difference of(Correction correction) {
            return new Difference(
                    correction.changes().stream()
                            .mapToLong(change -> Math.max(change.difference(), 0))
                            .sum(),
                    correction.changes().stream()
                            .mapToLong(change -> Math.max(-change.difference(), 0))
                            .sum());
        }
    }

    /**
     * Who declines and who claims after all, as a form gives them.
     *
     * @param declines resident numbers; where they are not shown, written with blanks between
     */
    record Choice(List<String> declines, List<String> claims) {

        Choice {
            declines = numbers(declines);
            claims = numbers(claims);
        }

        private static List<String> numbers(List<String> texts) {
            return texts == null
                    ? List.of()
                    : texts.stream()
                            .flatMap(BETWEEN::splitAsStream)
                            .filter(text -> !text.isEmpty())
                            .toList();
        }

        boolean isEmpty() {
            return declines.isEmpty() && claims.isEmpty();
        }
    }

    @GetMapping("/payments/corrections")
    String list(
            Program program,
            @RequestParam Optional<CorrectionLine.Direction> direction,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        List<CorrectionLine> page = lists.page(program, direction, before, ROWS + 1);
        List<CorrectionLine> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("corrections", shown);
        model.addAttribute("directions", Arrays.asList(CorrectionLine.Direction.values()));
        model.addAttribute("direction", direction.orElse(null));
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().key() : null);
        return "finance/corrections";
    }

    @GetMapping("/payments/corrections/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        books.takeAway(program, "corrections", who.getName());
        format.send(
                response,
                "corrections-" + program.code(),
                t.columns(
                        "web.corrections.column.",
                        "on",
                        "receipt",
                        "payment",
                        "number",
                        "rail",
                        "members",
                        "up",
                        "down",
                        "topUp",
                        "cases",
                        "person"),
                lists.page(program, Optional.empty(), Long.MAX_VALUE, Integer.MAX_VALUE),
                line -> row(line, t));
    }

    private static List<?> row(CorrectionLine line, Texts t) {
        return Arrays.asList(
                line.on(),
                line.receiptNo(),
                line.paymentNo(),
                line.number(),
                t.rail(line.rail()),
                line.members(),
                line.up(),
                line.down(),
                line.topUp().orElse(null),
                line.cases(),
                line.person());
    }

    /** One correction with its difference and what followed. */
    @GetMapping("/payments/{payment:\\d+}/corrections/{number:\\d+}")
    String one(Program program, @PathVariable long payment, @PathVariable int number, Model model) {
        Correction correction =
                lists.ofClaim(program, payment).stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(() -> new Refusal("reconciliation.unknownPayment", payment));
        model.addAttribute("one", payments.one(program, correction.paymentNo()));
        model.addAttribute("correction", correction);
        model.addAttribute("difference", Difference.of(correction));
        model.addAttribute("cases", lists.casesOfClaim(program, payment));
        if (correction.topUp() != null) {
            model.addAttribute("topUp", payments.one(program, correction.topUp()));
        }
        return "finance/correction";
    }

    /** Who is in the claim and, once somebody is chosen, what his correction would come to. */
    @GetMapping("/payments/{payment:\\d+}/correct")
    String choose(
            Program program,
            @PathVariable long payment,
            Choice choice,
            Principal who,
            @ModelAttribute("t") Texts t,
            Model model) {
        PaidClaim claim = lists.claim(program, payment, who.getName());
        model.addAttribute("one", payments.one(program, payment));
        model.addAttribute("claim", claim);
        model.addAttribute("choice", choice);
        if (!choice.isEmpty()) {
            try {
                Correction would =
                        corrections.preview(
                                program,
                                payment,
                                choice.declines(),
                                choice.claims(),
                                who.getName());
                model.addAttribute("would", would);
                model.addAttribute("difference", Difference.of(would));
            } catch (Refusal refusal) {
                model.addAttribute("wrong", t.words().of(refusal));
            }
        }
        return "finance/correct";
    }

    @PostMapping("/payments/{payment:\\d+}/correct")
    String correct(
            Program program,
            @PathVariable long payment,
            Choice choice,
            @RequestParam String reason,
            @RequestParam String evidence,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        Correction made =
                corrections.add(
                        program,
                        payment,
                        choice.declines(),
                        choice.claims(),
                        reason,
                        evidence,
                        who.getName());
        Notice.done(next, t.words().of("web.corrections.made", payment, made.number()));
        return "redirect:/payments/" + payment + "/corrections/" + made.number();
    }
}
