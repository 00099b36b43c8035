package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.matching.MatchStore.Target;
import jp.kyufu.matching.MatchingSummary.Tally;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Words.Said;
import jp.kyufu.program.Program;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides for every received application of a program whose it is. */
@Component
public class Matching {

    /** Forms opened and names fetched at a time. */
    private static final int TEXTS = 10_000;

    private static final int BATCH = 4_096;

    private final MatchStore store;
    private final Vault vault;
    private final Model model;
    private final TransactionTemplate transaction;

    public Matching(
            DataSource source, Vault vault, Model model, PlatformTransactionManager transactions) {
        this.store = new MatchStore(source);
        this.vault = vault;
        this.model = model;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Looks at applications that are new, that have not found their resident, that found him with
     * an older register, or about which a person has decided; never at one whose payment has been
     * in a file. All or nothing; run again, it changes nothing.
     *
     * @param progress told how many more applications are decided
     */
    public MatchingSummary run(Program program, LongConsumer progress) {
        return transaction.execute(_ -> match(program, progress));
    }

    private MatchingSummary match(Program program, LongConsumer progress) {
        store.lock();
        // Before anything else is read: what comes in later is newer than the outcome says.
        int snapshot = store.newestSnapshot();
        Applicants fresh = store.waitingNew(program.id());
        Applicants again = store.waitingAgain(program.id(), snapshot);
        if (fresh.isEmpty() && again.isEmpty()) {
            return new Tally().summary(0);
        }
        RegisterKeys register = store.register(program.terms().referenceDate());
        Run run = new Run(snapshot, register, store.words(), new Tally(), progress);
        long changed = 0;
        if (!fresh.isEmpty()) {
            changed += run.decide(fresh, MatchStore.NEW);
            store.refreshStatistics();
        }
        if (!again.isEmpty()) {
            store.prepareAgain();
            run.decide(again, MatchStore.AGAIN);
            changed += store.mergeAgain();
        }
        return run.tally.summary(changed);
    }

    /** One run over one register. */
    private final class Run {

        private final int snapshot;
        private final RegisterKeys register;
        private final Matcher matcher;
        private final Words words;
        private final Tally tally;
        private final LongConsumer progress;

        Run(int snapshot, RegisterKeys register, Words words, Tally tally, LongConsumer progress) {
            this.snapshot = snapshot;
            this.register = register;
            this.matcher = new Matcher(register, model);
            this.words = words;
            this.tally = tally;
            this.progress = progress;
        }

        /** Copies a row per application into the target; gives their number. */
        long decide(Applicants applicants, Target target) {
            List<Applicant> left = new ArrayList<>();
            long rows = copy(applicants.batches(), this::byNumber, left, target);
            Namesakes namesakes = new Namesakes(register, left);
            List<Applicant> unread = new ArrayList<>();
            rows +=
                    copy(
                            parts(left, BATCH).iterator(),
                            batch -> byKeys(batch, namesakes),
                            unread,
                            target);
            Texts texts = new Texts(register, store, vault);
            for (List<Applicant> part : parts(unread, TEXTS)) {
                MatchRows read = byText(part, namesakes, texts);
                rows += copy(List.of(read).iterator(), one -> one, new ArrayList<>(), target);
            }
            return rows;
        }

        private <T> long copy(
                Iterator<T> batches,
                Function<T, MatchRows> work,
                List<Applicant> left,
                Target target) {
            List<CopyBuffer> evidence = new ArrayList<>();
            long rows;
            try (CopyIn copy = store.openMatches(target)) {
                OrderedFlow.run(
                        batches,
                        work,
                        decided -> {
                            copy.write(decided.matches());
                            evidence.add(decided.evidence());
                            left.addAll(decided.left());
                            tally.add(decided.tally());
                            progress.accept(decided.matches().rows());
                        });
                rows = copy.finish();
            }
            store.copyEvidence(target, evidence);
            return rows;
        }

        private MatchRows byNumber(List<Applicant> applicants) {
            MatchRows rows = new MatchRows(snapshot, register, model.version());
            List<Applicant> unsaid = new ArrayList<>(applicants.size());
            for (Applicant applicant : applicants) {
                Said said = words.of(applicant, register);
                if (said.decision() != null) {
                    rows.add(applicant, said.decision());
                } else {
                    unsaid.add(applicant.not(said.notThese()));
                }
            }
            List<Optional<Matched>> found = matcher.byNumber(unsaid);
            for (int i = 0; i < unsaid.size(); i++) {
                rows.add(unsaid.get(i), found.get(i));
            }
            return rows;
        }

        private MatchRows byKeys(List<Applicant> applicants, Namesakes namesakes) {
            MatchRows rows = new MatchRows(snapshot, register, model.version());
            applicants.forEach(one -> rows.add(one, matcher.byKeys(one, namesakes)));
            return rows;
        }

        private MatchRows byText(List<Applicant> applicants, Namesakes namesakes, Texts texts) {
            MatchRows rows = new MatchRows(snapshot, register, model.version());
            List<Outcome> outcomes = matcher.byText(applicants, namesakes, texts);
            for (int i = 0; i < applicants.size(); i++) {
                rows.add(applicants.get(i), outcomes.get(i));
            }
            return rows;
        }

        private static <T> List<List<T>> parts(List<T> all, int size) {
            List<List<T>> parts = new ArrayList<>();
            for (int from = 0; from < all.size(); from += size) {
                parts.add(all.subList(from, Math.min(from + size, all.size())));
            }
            return parts;
        }
    }
}
