package jp.kyufu.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.kyufu.assessment.Submission.PersonsWord;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * A batch of households becomes rows: opens the forms, assesses, and keeps what differs from the
 * last run. Runs on any thread.
 */
final class DecisionRows implements Function<List<HouseholdStream.Case>, DecisionRows.Batch> {

    /** Rows of one batch, ready to be copied, and what a summary counts. */
    record Batch(
            CopyBuffer fresh,
            CopyBuffer changed,
            CopyBuffer accounts,
            int[] perState,
            Set<Long> inFileConflicts,
            List<RegisterChange> registerChanges,
            int applications) {}

    private static final int CODE = 3;

    private final short program;
    private final int run;
    private final Instant now;
    private final Rules rules;
    private final Members members;
    private final Set<Long> shared;
    private final Set<Long> conflicts;
    private final Map<Long, PersonsWord> words;
    private final Vault vault;
    private final Fingerprints fingerprints;

    DecisionRows(
            short program,
            int run,
            Instant now,
            Rules rules,
            Members members,
            Set<Long> shared,
            Set<Long> conflicts,
            Map<Long, PersonsWord> words,
            Vault vault,
            Fingerprints fingerprints) {
        this.program = program;
        this.run = run;
        this.now = now;
        this.rules = rules;
        this.members = members;
        this.shared = shared;
        this.conflicts = conflicts;
        this.words = words;
        this.vault = vault;
        this.fingerprints = fingerprints;
    }

    @Override
    public Batch apply(List<HouseholdStream.Case> cases) {
        int applications = 0;
        for (HouseholdStream.Case one : cases) {
            applications += one.applications().size();
        }
        Batch batch =
                new Batch(
                        new CopyBuffer(),
                        new CopyBuffer(),
                        new CopyBuffer(),
                        new int[ApplicationState.values().length],
                        new HashSet<>(),
                        new ArrayList<>(),
                        applications);
        cases.forEach(one -> assess(one, batch));
        return batch;
    }

    private void assess(HouseholdStream.Case one, Batch batch) {
        List<Submission> submissions = new ArrayList<>(one.applications().size());
        for (ApplicationRow row : one.applications()) {
            submissions.add(submission(row));
        }
        if (one.household() == HouseholdStream.NOBODY) {
            for (Submission submission : submissions) {
                Outcome alone = rules.withoutHousehold(submission);
                write(null, submission, submission.unlessReplaced(alone), batch);
            }
            return;
        }
        String number = members.numberOf(one.household());
        Household household =
                new Household(number, members.of(one.household()), rules.terms().referenceDate());
        List<Outcome> outcomes =
                new HouseholdAssessment(rules, batch.registerChanges()::add)
                        .assess(household, submissions);
        for (Outcome outcome : outcomes) {
            write(number, of(outcome, submissions), outcome, batch);
        }
    }

    private static Submission of(Outcome outcome, List<Submission> submissions) {
        for (Submission submission : submissions) {
            if (submission.applicationId() == outcome.applicationId()) {
                return submission;
            }
        }
        throw new IllegalStateException("nobody asked about " + outcome.applicationId());
    }

    private Submission submission(ApplicationRow row) {
        long id = row.applicationId();
        return new Submission(
                id,
                row.receivedAt(),
                row.receiptNo(),
                row.residentNo(),
                row.codes(),
                row.rail(),
                shared.contains(id),
                conflicts.contains(id),
                ApplicationForm.fromBytes(vault.open(row.sealed())),
                words.getOrDefault(id, PersonsWord.NONE),
                row.earlier(),
                row.inFile(),
                row.hasAccount());
    }

    private void write(
            @Nullable String householdNo, Submission submission, Outcome outcome, Batch batch) {
        batch.perState()[outcome.state().ordinal()]++;
        if (submission.inFile() && submission.receiptConflict()) {
            batch.inFileConflicts().add(submission.applicationId());
        }
        Outcome earlier = submission.earlier();
        if (earlier == null) {
            decision(batch.fresh(), householdNo, outcome);
        } else if (!earlier.sameDecision(outcome)) {
            decision(batch.changed(), householdNo, outcome);
        }
        if (outcome.state() == ApplicationState.DECIDED && !submission.hasAccount()) {
            account(batch.accounts(), submission, outcome);
        }
    }

    private void decision(CopyBuffer to, @Nullable String householdNo, Outcome outcome) {
        to.row(13)
                .int8(outcome.applicationId())
                .int2(program)
                .int4(run)
                .text(outcome.state().name())
                .nameArray(outcome.codes())
                .nullableText(householdNo)
                .nullableText(outcome.rail() == null ? null : outcome.rail().name())
                .nullableInt8(outcome.amount())
                .int2(outcome.residents());
        if (outcome.members() == null) {
            to.nullField();
        } else {
            to.textArray(outcome.members());
        }
        to.textArray(outcome.declined())
                .textArray(outcome.reserved())
                .nullableInt8(outcome.duplicateOf());
    }

    /** The account, wallet or charge code of an application that is decided for the first time. */
    private void account(CopyBuffer to, Submission submission, Outcome outcome) {
        TransferAccount account = outcome.account();
        String wallet = submission.form().wallet();
        to.row(7).int8(outcome.applicationId()).int2(1).instant(now);
        if (account != null) {
            String number = account.number().digits();
            to.text(Rail.CASH.name())
                    .bytes(fingerprints.of(account.identity()))
                    .text(number.substring(number.length() - CODE))
                    .bytes(vault.seal(account.toBytes()));
        } else if (wallet.isEmpty()) {
            to.text(Rail.POINTS.name()).nullField().nullField().nullField();
        } else {
            to.text(Rail.POINTS.name())
                    .bytes(fingerprints.of(wallet))
                    .text(wallet.substring(wallet.length() - CODE))
                    .bytes(vault.sealText(wallet));
        }
    }
}
