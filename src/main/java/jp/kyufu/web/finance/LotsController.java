package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.access.People;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.PointLot;
import jp.kyufu.reconciliation.PointLots;
import jp.kyufu.reconciliation.PointLots.Word;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;
import jp.kyufu.web.Notice;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import jp.kyufu.web.finance.FileWordController.Proof;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Points that were granted, lot by lot, and what the provider says of them. */
@Controller
@ConditionalOnWebApplication
class LotsController {

    private static final int ROWS = 50;

    private final PointLots lots;
    private final People people;
    private final BooksLists books;
    private final Clock clock;

    LotsController(PointLots lots, People people, BooksLists books, Clock clock) {
        this.lots = lots;
        this.people = people;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/payments/lots")
    String list(
            Program program,
            @RequestParam Optional<PointLot.State> state,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        List<PointLot> page = lots.page(program, state, asked, after, ROWS + 1);
        List<PointLot> shown = page.subList(0, Math.min(ROWS, page.size()));
        model.addAttribute("lots", shown);
        model.addAttribute("states", Arrays.asList(PointLot.State.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("asked", asked);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().paymentNo() : null);
        return "finance/lots";
    }

    @GetMapping("/payments/lots/export")
    void export(
            Program program,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        books.takeAway(program, "lots", who.getName());
        format.send(
                response,
                "lots-" + program.code(),
                t.columns(
                        "web.lots.column.",
                        "payment",
                        "points",
                        "state",
                        "grantedOn",
                        "expiresOn",
                        "endedOn",
                        "asked"),
                lots.list(program),
                lot ->
                        Arrays.asList(
                                lot.paymentNo(),
                                lot.points(),
                                t.words().of("web.lots.state." + lot.state()),
                                lot.grantedOn(),
                                lot.expiresOn(),
                                lot.endedOn(),
                                lot.asked() ? t.words().of("web.books.yes") : null));
    }

    @GetMapping("/payments/lots/{payment:\\d+}")
    String one(Program program, @PathVariable long payment, Principal who, Model model) {
        PointLot.Story story = lots.show(program, payment);
        LocalDate today = LocalDate.now(clock);
        Set<Role> roles = people.find(who.getName()).orElseThrow().roles();
        boolean open = story.lot().state() == PointLot.State.GRANTED;
        model.addAttribute("story", story);
        model.addAttribute("today", today);
        model.addAttribute(
                "words",
                open && roles.contains(Role.FINANCE) ? words(story.lot(), today) : List.of());
        model.addAttribute(
                "mayAsk",
                open
                        && !story.lot().asked()
                        && (roles.contains(Role.OFFICE) || roles.contains(Role.FINANCE)));
        return "finance/lot";
    }

    /** What the provider can say of a lot that is still granted; {@code lot_verdict} decides. */
    private static List<Word> words(PointLot lot, LocalDate today) {
        List<Word> words = new ArrayList<>(List.of(Word.CLAIMED));
        if (today.isAfter(lot.expiresOn())) {
            words.add(Word.EXPIRED);
        }
        if (lot.asked()) {
            words.add(Word.REVERSED);
            words.add(Word.REVERSAL_REFUSED);
        }
        return words;
    }

    /** Asks the provider to take the points back. */
    @PostMapping("/payments/lots/{payment:\\d+}/reverse")
    String ask(
            Program program,
            @PathVariable long payment,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        lots.askReversal(program, payment, reason, who.getName());
        return said(program, payment, "REVERSAL_ASKED", t, next);
    }

    /** What the provider said. */
    @PostMapping("/payments/lots/{payment:\\d+}/told")
    String told(
            Program program,
            @PathVariable long payment,
            @RequestParam Word word,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        lots.told(program, payment, word, proof.evidence(), who.getName());
        return said(program, payment, word.name(), t, next);
    }

    private String said(
            Program program, long payment, String word, Texts t, RedirectAttributes next) {
        PointLot lot = lots.show(program, payment).lot();
        Notice.done(
                next,
                t.words()
                        .of("web.lots.said." + word, payment, t.amount(lot.points(), Rail.POINTS)));
        return "redirect:/payments/lots/" + payment;
    }
}
