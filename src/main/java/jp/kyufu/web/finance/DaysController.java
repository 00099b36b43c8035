package jp.kyufu.web.finance;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.ClosedOn;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.DaySheet;
import jp.kyufu.reconciliation.Unexplained;
import jp.kyufu.web.Notice;
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

/** The daily close: what would stop it, closing, and the sheet of any closed day on paper. */
@Controller
@ConditionalOnWebApplication
class DaysController {

    private static final int ROWS = 50;

    private final DayClose close;
    private final KeptFigures figures;
    private final BooksLists lists;
    private final Clock clock;

    DaysController(DayClose close, KeptFigures figures, BooksLists lists, Clock clock) {
        this.close = close;
        this.figures = figures;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The days.
     *
     * @param day to look at before it is closed; empty: today
     */
    @GetMapping("/books/days")
    String days(
            Program program,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> before,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate asked = day.orElse(today);
        List<ClosedOn> page = lists.days(program, before.orElse(today.plusDays(1)), ROWS + 1);
        List<ClosedOn> shown = page.subList(0, Math.min(ROWS, page.size()));
        List<Unexplained> unexplained = figures.unexplained(program, asked);
        model.addAttribute("day", asked);
        model.addAttribute("today", today);
        model.addAttribute("days", shown);
        model.addAttribute("next", page.size() > ROWS ? shown.getLast().day() : null);
        model.addAttribute("open", BooksController.open(unexplained));
        model.addAttribute("openCount", unexplained.size());
        model.addAttribute("last", lists.days(program, today.plusDays(1), 1).stream().findFirst());
        return "finance/days";
    }

    @PostMapping("/books/days")
    String close(
            Program program,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        DaySheet sheet = close.close(program, Optional.of(day), who.getName());
        Notice.done(next, t.words().of("web.days.closed", t.day(sheet.closedOn())));
        return "redirect:/books/days/" + sheet.closedOn();
    }

    @GetMapping("/books/days/{day:\\d{4}-\\d\\d-\\d\\d}")
    String sheet(
            Program program,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        model.addAttribute("sheet", close.sheet(program, Optional.of(day)));
        return "finance/sheet";
    }
}
