package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import jp.kyufu.access.People;
import jp.kyufu.inquiry.Clue.Word;
import jp.kyufu.inquiry.PeopleIndex.Answer;
import jp.kyufu.inquiry.PeopleIndex.Found;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The call center's one box: finds a case by a receipt number, a printed number, a name or its
 * reading, a birth date, a telephone number, an address, or several of them. What is searched for
 * is kept nowhere.
 *
 * <p>Searches take turns in the order in which they came. Whoever waited for a connection of the
 * pool instead would be overtaken again and again: it goes first to a thread that has just had one,
 * and of twenty who search without a pause some waited for seconds.
 */
@Component
public class Search {

    /** Never a list: whoever gets more says more. */
    public static final int MOST = 20;

    private static final int LONGEST = 200;

    /** As many searches at once as keep the machine busy: half of each is the database's. */
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final Semaphore turn = new Semaphore(AT_ONCE, true);

    private final SearchIndex index;
    private final InquiryStore applications;
    private final CaseFiles files;
    private final People people;
    private final TransactionOperations transaction;
    private final Clock clock;

    Search(
            SearchIndex index,
            InquiryStore applications,
            CaseFiles files,
            People people,
            TransactionOperations transaction,
            Clock clock) {
        this.index = index;
        this.applications = applications;
        this.files = files;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How much can be found now. */
    public enum Scope {
        /** Everything. */
        ALL,
        /** Receipt numbers alone, for some seconds: register and applications are being read. */
        RECEIPT_NUMBERS
    }

    /**
     * What was found.
     *
     * @param hits at most {@link #MOST}, the best first
     * @param more whether there are others
     * @param partly whether one of the words fits none of them
     * @param asOf when register and applications were read
     */
    public record Results(
            List<Hit> hits, boolean more, boolean partly, Scope scope, Instant asOf) {}

    /**
     * Finds cases of a program.
     *
     * @param text as typed; may be empty, which finds nobody
     * @throws Refusal if the person is of neither call center nor office, or the text is too long
     */
    public Results search(Program program, String person, String text) {
        turn.acquireUninterruptibly();
        try {
            return transaction.execute(_ -> found(program, person, text));
        } finally {
            turn.release();
        }
    }

    private Results found(Program program, String person, String text) {
        LocalDate today = LocalDate.now(clock);
        applications.keepPlans();
        people.require(person, today, Role.CALLCENTER, Role.OFFICE);
        if (text.length() > LONGEST) {
            throw new Refusal("inquiry.tooLong", LONGEST);
        }
        SearchIndex.View view = index.view();
        List<Word> words = SearchText.read(text);
        if (view.index().isEmpty()) {
            return byReceipt(program, text, view.asOf(), today);
        }
        PeopleIndex known = view.index().get();
        Set<Long> numbered = new LinkedHashSet<>();
        if (words.size() == 1) {
            Arrays.stream(known.casesOf(words.getFirst(), program.id())).forEach(numbered::add);
        }
        boolean partly = false;
        Answer answer = known.find(words, program.id(), MOST);
        if (answer.best().isEmpty() && words.size() > 2) {
            answer = withoutOne(known, words, program);
            partly = !answer.best().isEmpty();
        }
        List<Found> found = new ArrayList<>(answer.best());
        found.removeIf(one -> numbered.contains(one.inCase()));
        numbered.forEach(inCase -> found.addFirst(new Found(0, inCase, 0)));
        return new Results(
                files.read(known, found, program, today).stream().map(CaseFile::hit).toList(),
                answer.more(),
                partly,
                Scope.ALL,
                view.asOf());
    }

    /** One word may have been misheard: whom all the others fit. */
    private static Answer withoutOne(PeopleIndex known, List<Word> words, Program program) {
        Best best = new Best(MOST);
        for (int left = 0; left < words.size(); left++) {
            List<Word> others = new ArrayList<>(words);
            others.remove(left);
            known.find(others, program.id(), MOST)
                    .best()
                    .forEach(one -> best.add(one.ref(), one.inCase(), one.score()));
        }
        return best.answer();
    }

    /**
     * Reads register and applications now, unless that is fresh: for whoever opens the pages or
     * measures. Gives how many people and bytes are held.
     */
    public Held warmUp() {
        PeopleIndex read = index.refresh();
        return new Held(read.size(), read.applications().size(), read.memory());
    }

    /** What a search would find now; begins to read what is not held yet. */
    public Scope scope() {
        return index.view().index().isPresent() ? Scope.ALL : Scope.RECEIPT_NUMBERS;
    }

    /** What is held: names of residents and applicants, applications, bytes. */
    public record Held(int people, int applications, long bytes) {}

    /** While nothing else is known: a receipt number as it is stored. */
    private Results byReceipt(Program program, String text, Instant asOf, LocalDate today) {
        List<Hit> hits =
                applications
                        .standings(applications.withReceipt(program.id(), text.strip()))
                        .stream()
                        .map(one -> {
                            CaseKey key = new CaseKey.OfApplication(one.id());
                            Situation situation = Situation.of(one, today);
                            return new Hit(key, "", "", null, "", situation);
                        })
                        .toList();
        return new Results(hits, false, false, Scope.RECEIPT_NUMBERS, asOf);
    }
}
