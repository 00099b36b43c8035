package jp.kyufu.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers, statement lines and closed days a page at a time, for people who look through them. */
@Component
public class BooksLists {

    private final BooksListStore store;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    BooksLists(BooksListStore store, People people, Audit audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers, the newest first, of lower numbers than {@code before}. */
    public List<ResultFileEntry> results(Program program, int before, int rows) {
        return store.results(program, before, rows);
    }

    /** Lines of an answer after a line, in their order. */
    public List<ResultLineEntry> resultLines(
            Program program, int file, Optional<Bucket> bucket, int after, int rows) {
        return store.resultLines(program, file, bucket, after, rows);
    }

    /** Lines of statements, the newest first, of lower numbers than {@code before}. */
    public List<StatementLineEntry> statementLines(
            Program program, Optional<String> bucket, long before, int rows) {
        return store.statementLines(program, bucket, before, rows);
    }

    /** Closed days before a day, the newest first. */
    public List<ClosedOn> days(Program program, LocalDate before, int rows) {
        return store.days(program, before, rows);
    }

    /** A text that changes whenever a figure of the books may have. */
    public String version() {
        return store.version();
    }

    /**
     * Lets a person take a list of the books away, which is recorded.
     *
     * @param list which one, a stable word
     */
    @Transactional
    public void takeAway(Program program, String list, String person) {
        people.requireLists(person, LocalDate.now(clock));
        audit.record(person, "books.list", "program " + program.code(), Map.of("list", list));
    }
}
