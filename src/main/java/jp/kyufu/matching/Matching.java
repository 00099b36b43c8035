package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.matching.MatchStore.Target;
import jp.kyufu.matching.MatchingSummary.Tally;
import jp.kyufu.matching.Texts.Opened;
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

    private static final int TEXT_BATCH = 500;

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
            List<Applicant> unread = new ArrayList<>();
            long rows = copy(applicants.batches(), this::byKeys, unread, target);
            for (int from = 0; from < unread.size(); from += TEXTS) {
                List<Applicant> part = unread.subList(from, Math.min(from + TEXTS, unread.size()));
                Texts texts = Texts.load(part, register, matcher, store, vault);
                rows +=
                        copy(
                                batches(texts.opened()),
                                batch -> byText(batch, texts),
                                new ArrayList<>(),
                                target);
            }
            return rows;
        }

        private <T> long copy(
                Iterator<List<T>> batches,
                Function<List<T>, MatchRows> work,
                List<Applicant> unread,
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
                            unread.addAll(decided.unread());
                            tally.add(decided.tally());
                            progress.accept(decided.matches().rows());
                        });
                rows = copy.finish();
            }
            store.copyEvidence(target, evidence);
            return rows;
        }

        private MatchRows byKeys(List<Applicant> applicants) {
            MatchRows rows = new MatchRows(snapshot, register, model.version());
            for (Applicant applicant : applicants) {
                Said said = words.of(applicant, register);
                if (said.decision() != null) {
                    rows.add(applicant, said.decision());
                } else {
                    Applicant one = applicant.not(said.notThese());
                    rows.add(one, matcher.byKeys(one));
                }
            }
            return rows;
        }

        private MatchRows byText(List<Opened> batch, Texts texts) {
            MatchRows rows = new MatchRows(snapshot, register, model.version());
            for (Opened one : batch) {
                rows.add(
                        one.applicant(),
                        matcher.byText(
                                one.applicant(), one.facts(), one.candidates(), texts::resident));
            }
            return rows;
        }

        private static Iterator<List<Opened>> batches(List<Opened> opened) {
            List<List<Opened>> batches = new ArrayList<>();
            for (int from = 0; from < opened.size(); from += TEXT_BATCH) {
                batches.add(opened.subList(from, Math.min(from + TEXT_BATCH, opened.size())));
            }
            return batches.iterator();
        }
    }
}
