package jp.kyufu.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyufu.assessment.Submission.PersonsWord;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Check;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
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
            int applications) {}

    private static final int CODE = 3;

    private final short program;
    private final int run;
    private final Rules rules;
    private final Set<Long> shared;
    private final Set<Long> conflicts;
    private final Map<Long, PersonsWord> words;
    private final Vault vault;
    private final Fingerprints fingerprints;

    DecisionRows(
            short program,
            int run,
            Rules rules,
            Set<Long> shared,
            Set<Long> conflicts,
            Map<Long, PersonsWord> words,
            Vault vault,
            Fingerprints fingerprints) {
        this.program = program;
        this.run = run;
        this.rules = rules;
        this.shared = shared;
        this.conflicts = conflicts;
        this.words = words;
        this.vault = vault;
        this.fingerprints = fingerprints;
    }

    @Override
    public Batch apply(List<HouseholdStream.Case> cases) {
        Batch batch =
                new Batch(
                        new CopyBuffer(),
                        new CopyBuffer(),
                        new CopyBuffer(),
                        new int[ApplicationState.values().length],
                        new HashSet<>(),
                        cases.stream().mapToInt(one -> one.applications().size()).sum());
        cases.forEach(one -> assess(one, batch));
        return batch;
    }

    private void assess(HouseholdStream.Case one, Batch batch) {
        Map<Long, ApplicationRow> rows =
                one.applications().stream()
                        .collect(Collectors.toMap(ApplicationRow::applicationId, row -> row));
        List<Submission> submissions = one.applications().stream().map(this::submission).toList();
        List<Outcome> outcomes;
        if (one.householdNo() == null) {
            outcomes = submissions.stream().map(rules::withoutHousehold).toList();
        } else {
            Household household =
                    new Household(one.householdNo(), one.members(), rules.terms().referenceDate());
            outcomes = new HouseholdAssessment(rules).assess(household, submissions);
        }
        Map<Long, Submission> byId =
                submissions.stream()
                        .collect(
                                Collectors.toMap(
                                        Submission::applicationId, submission -> submission));
        for (Outcome outcome : outcomes) {
            ApplicationRow row = Check.present(rows.get(outcome.applicationId()));
            Submission submission = Check.present(byId.get(outcome.applicationId()));
            write(one.householdNo(), row, submission, outcome, batch);
        }
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
                row.inFile());
    }

    private void write(
            @Nullable String householdNo,
            ApplicationRow row,
            Submission submission,
            Outcome outcome,
            Batch batch) {
        batch.perState()[outcome.state().ordinal()]++;
        if (row.inFile() && conflicts.contains(row.applicationId())) {
            batch.inFileConflicts().add(row.applicationId());
        }
        Outcome earlier = row.earlier();
        if (earlier == null) {
            decision(batch.fresh(), householdNo, outcome);
        } else if (!earlier.sameDecision(outcome)) {
            decision(batch.changed(), householdNo, outcome);
        }
        if (outcome.state() == ApplicationState.DECIDED && !row.hasAccount()) {
            account(batch.accounts(), submission, outcome);
        }
    }

    private void decision(CopyBuffer to, @Nullable String householdNo, Outcome outcome) {
        to.row(13)
                .int8(outcome.applicationId())
                .int2(program)
                .int4(run)
                .text(outcome.state().name())
                .textArray(outcome.codes().stream().map(ReasonCode::name).toList())
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
        to.row(6).int8(outcome.applicationId()).int2(1);
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
