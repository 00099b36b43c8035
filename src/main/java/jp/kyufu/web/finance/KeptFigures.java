package jp.kyufu.web.finance;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.export.Figures;
import jp.kyufu.flow.Counted;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.FileBooks;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.reconciliation.Unexplained;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * The figures of the books that are counted over a whole city, which takes seconds: counted in the
 * background as soon as the pages are open, and again when something changed and somebody looks.
 */
@Component
@ConditionalOnWebApplication
class KeptFigures {

    /** What changes these figures is a posting, which the version tells. */
    private static final Duration POSTED = Duration.ofMinutes(15);

    /** Files and stops may change without a posting. */
    private static final Duration STANDING = Duration.ofMinutes(1);

    private final Figures figures;
    private final Reconciliation reconciliation;
    private final BooksLists lists;
    private final Clock clock;
    private final Counted.Kept<Trial> trials;
    private final Counted.Kept<Budget> budgets;
    private final Counted.Kept<Books> books;
    private final Counted.Kept<List<Unexplained>> days;

    KeptFigures(Figures figures, Reconciliation reconciliation, BooksLists lists, Clock clock) {
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.lists = lists;
        this.clock = clock;
        this.trials = new Counted.Kept<>(clock, POSTED);
        this.budgets = new Counted.Kept<>(clock, POSTED);
        this.books = new Counted.Kept<>(clock, STANDING);
        this.days = new Counted.Kept<>(clock, STANDING);
    }

    /** Payments and residents by state, and what was credited per day. */
    record Trial(
            List<Figures.Balance> payments,
            List<Figures.Residents> residents,
            List<Figures.Paid> paid) {}

    /** What is spent, and what of it the state bears. */
    record Budget(List<Figures.Balance> payments, List<Figures.Subsidy> subsidy) {}

    /** Released files with what became of them, and what is unexplained. */
    record Books(List<FileBooks> files, List<Unexplained> unexplained) {}

    /** What a day's close would stop at. */
    private record Day(short program, LocalDate day) {}

    Optional<Counted<Trial>> trial(Program program) {
        return trials.soon(
                program.id(),
                lists.version(),
                () ->
                        new Trial(
                                figures.balance(program),
                                figures.residents(program),
                                figures.paidByDay(program)));
    }

    Optional<Counted<Budget>> budget(Program program) {
        return budgets.soon(
                program.id(),
                lists.version(),
                () -> new Budget(figures.balance(program), figures.subsidy(program)));
    }

    Optional<Counted<Books>> books(Program program) {
        return books.soon(
                program.id(),
                lists.version() + ' ' + LocalDate.now(clock),
                () ->
                        new Books(
                                reconciliation.files(program),
                                reconciliation.unexplained(program)));
    }

    /** What the close of a day would stop at; never of old, as people act on it. */
    List<Unexplained> unexplained(Program program, LocalDate day) {
        return days.of(
                        new Day(program.id(), day),
                        lists.version(),
                        () -> reconciliation.unexplained(program, day))
                .value();
    }

    /** Begins to count, so that the first reader does not wait. */
    void begin(Program program) {
        books(program);
        unexplained(program, LocalDate.now(clock));
        budget(program);
        trial(program);
    }
}
