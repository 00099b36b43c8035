package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.export.Figures;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.ClosedOn;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.reconciliation.Unexplained;
import jp.kyufu.web.TableFile;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tables of the books as files; each is counted anew and recorded. */
@Controller
@ConditionalOnWebApplication
class BooksFilesController {

    private final Figures figures;
    private final Reconciliation reconciliation;
    private final BooksLists lists;
    private final Clock clock;

    BooksFilesController(
            Figures figures, Reconciliation reconciliation, BooksLists lists, Clock clock) {
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/books/{list:unexplained|days|balance|subsidy}/export")
    void export(
            Program program,
            @PathVariable String list,
            @RequestParam TableFile format,
            Principal who,
            @ModelAttribute("t") Texts t,
            HttpServletResponse response)
            throws IOException {
        lists.takeAway(program, list, who.getName());
        String name = list + "-" + program.code();
        switch (list) {
            case "unexplained" ->
                    format.send(
                            response,
                            name,
                            t.columns(
                                    "web.books.item.",
                                    "kind",
                                    "ref",
                                    "day",
                                    "amount",
                                    "note",
                                    "words"),
                            reconciliation.unexplained(program),
                            item -> row(item, t));
            case "days" ->
                    format.send(
                            response,
                            name,
                            t.columns("web.days.", "day", "since", "person", "at", "digest"),
                            lists.days(
                                    program, LocalDate.now(clock).plusDays(1), Integer.MAX_VALUE),
                            BooksFilesController::row);
            case "balance" ->
                    format.send(
                            response,
                            name,
                            t.columns(
                                    "web.balance.",
                                    "rail",
                                    "state",
                                    "count",
                                    "residents",
                                    "sum",
                                    "posted"),
                            figures.balance(program),
                            line -> row(line, t));
            default ->
                    format.send(
                            response,
                            name,
                            t.columns(
                                    "web.budget.",
                                    "year",
                                    "rail",
                                    "source",
                                    "settled",
                                    "recovered",
                                    "claimable"),
                            figures.subsidy(program),
                            share -> row(share, t));
        }
    }

    private static List<?> row(Unexplained item, Texts t) {
        return Arrays.asList(
                t.words().of("web.books.kind." + item.kind()),
                item.ref(),
                item.day(),
                item.amount(),
                item.note(),
                t.words().of(DayClose.words(item)));
    }

    private static List<?> row(ClosedOn day) {
        return Arrays.asList(
                day.day(), day.since().orElse(null), day.person(), day.at(), day.digest());
    }

    private static List<?> row(Figures.Balance line, Texts t) {
        return Arrays.asList(
                t.rail(line.rail()),
                t.state("payment", line.state()),
                line.payments(),
                line.residents(),
                line.sum(),
                line.postedSum());
    }

    private static List<?> row(Figures.Subsidy share, Texts t) {
        return Arrays.asList(
                share.fiscalYear(),
                t.rail(share.rail()),
                share.source(),
                share.settled(),
                share.recovered(),
                share.claimable());
    }
}
