package jp.kyufu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.bank.BankMasterStore;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.program.Program;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A run over all applications of a program: entitlements follow the register, every household is
 * assessed, decisions and findings take over what changed. Matching comes before it, payments
 * after.
 */
@Component
public class Assessment {

    private final AssessmentStore store;
    private final Entitlements entitlements;
    private final DeclineStore declines;
    private final BankMasterStore masters;
    private final Vault vault;
    private final Fingerprints fingerprints;
    private final Clock clock;

    Assessment(
            AssessmentStore store,
            Entitlements entitlements,
            DeclineStore declines,
            BankMasterStore masters,
            Vault vault,
            Fingerprints fingerprints,
            Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.declines = declines;
        this.masters = masters;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /**
     * What a run found.
     *
     * @param run its number, for {@link #finish}
     * @param changed decisions that an earlier run had made otherwise
     */
    public record Summary(int run, Map<ApplicationState, Integer> perState, int changed) {}

    /**
     * Begins a run: what is complete now is what the run is about. Comes before matching, so that
     * an upload completed while it works is not taken for assessed. Entitlements follow the
     * register.
     *
     * @return the number of the run, for {@link #run}
     * @throws Refusal without a register or a bank master
     */
    @Transactional
    public int begin(Program program) {
        store.lock(program.id());
        int snapshot =
                store.snapshot().orElseThrow(() -> new Refusal("assessment.register.missing"));
        if (!store.assessedSnapshot(program.id()).equals(Optional.of(snapshot))) {
            entitlements.follow(program);
        }
        entitlements.exclude(program);
        return store.startRun(program.id(), masters.latestId());
    }

    /**
     * Assesses every matched application; decisions, accounts and findings change in one
     * transaction. The gate opens only when the run is finished, after its payments are planned.
     *
     * @param run a run that has begun; its households are read on connections of their own
     * @param progress told how many more applications are done
     */
    @Transactional
    public Summary run(Program program, int run, LongConsumer progress) {
        short id = program.id();
        store.lock(id);
        store.createChanged();
        Tally tally = new Tally(progress);
        try (HouseholdStore households = store.households(id)) {
            // The register is read meanwhile.
            BankMaster master = masters.latest();
            Set<Long> sharedPayees = store.sharedPayees(id);
            DecisionRows rows =
                    new DecisionRows(
                            id,
                            run,
                            clock.instant(),
                            new Rules(
                                    program.terms(),
                                    master,
                                    LocalDate.now(clock),
                                    declines.standing(id)),
                            households.members(),
                            sharedPayees,
                            store.receiptConflicts(id),
                            store.personsWords(id),
                            vault,
                            fingerprints);
            OrderedFlow.run(households.households(), rows, tally::add);
        }
        int changed = store.takeOverChanged();
        store.syncFindings(id, tally.inFileConflicts);
        store.syncRegisterChanges(id, tally.registerChanges);
        return new Summary(run, tally.perState(), changed);
    }

    /**
     * Opens the gate for what the run saw: its payments are planned. What is decided and was not
     * planned becomes a finding.
     */
    @Transactional
    public void finish(Program program, Summary summary) {
        store.syncUnpaid(program.id());
        store.finishRun(summary.run());
    }

    private final class Tally {

        private final LongConsumer progress;
        private final int[] perState = new int[ApplicationState.values().length];
        private final Set<Long> inFileConflicts = new HashSet<>();
        private final List<RegisterChange> registerChanges = new ArrayList<>();

        Tally(LongConsumer progress) {
            this.progress = progress;
        }

        void add(DecisionRows.Batch batch) {
            store.write(batch.fresh(), batch.changed(), batch.accounts());
            for (int i = 0; i < perState.length; i++) {
                perState[i] += batch.perState()[i];
            }
            inFileConflicts.addAll(batch.inFileConflicts());
            registerChanges.addAll(batch.registerChanges());
            progress.accept(batch.applications());
        }

        Map<ApplicationState, Integer> perState() {
            Map<ApplicationState, Integer> counts = new EnumMap<>(ApplicationState.class);
            for (ApplicationState state : ApplicationState.values()) {
                counts.put(state, perState[state.ordinal()]);
            }
            return counts;
        }
    }
}
