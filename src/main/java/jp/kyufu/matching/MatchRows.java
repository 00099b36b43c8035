package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of applications became: rows to be copied, and those that wait for the next step.
 */
final class MatchRows {

    static final String MATCH_COLUMNS =
            " (application_id, snapshot_id, resident_no, household_no, method, weight, gap,"
                    + " pattern, model, code)";
    static final String EVIDENCE_COLUMNS = " (application_id, rank, resident_no, evidence)";

    private final int snapshot;
    private final RegisterKeys register;
    private final CopyBuffer matches = new CopyBuffer();
    private final CopyBuffer evidence = new CopyBuffer(1 << 10);
    private final String model;
    private final List<Applicant> left = new ArrayList<>();
    private final MatchingSummary.Tally tally = new MatchingSummary.Tally();

    /**
     * Rows of a run.
     *
     * @param model its version
     */
    MatchRows(int snapshot, RegisterKeys register, String model) {
        this.snapshot = snapshot;
        this.model = model;
        this.register = register;
    }

    CopyBuffer matches() {
        return matches;
    }

    CopyBuffer evidence() {
        return evidence;
    }

    List<Applicant> left() {
        return left;
    }

    MatchingSummary.Tally tally() {
        return tally;
    }

    /** What a step made of an applicant, if it speaks; else he waits for the next. */
    void add(Applicant applicant, Optional<Matched> found) {
        found.ifPresentOrElse(matched -> add(applicant, matched), () -> left.add(applicant));
    }

    void add(Applicant applicant, Outcome outcome) {
        switch (outcome) {
            case Matched(int resident, MatchMethod method, Score score) ->
                    match(
                            applicant,
                            method,
                            PackedNumber.text(register.residentNo(resident)),
                            PackedNumber.text(register.householdNo(resident)),
                            score);
            case Open(ReasonCode code, List<Candidate> candidates, Score score) -> {
                open(applicant, code, score);
                for (int i = 0; i < candidates.size(); i++) {
                    evidence(applicant, i + 1, candidates.get(i));
                }
            }
        }
    }

    void add(Applicant applicant, PersonDecision decision) {
        String resident = decision.residentNo();
        String household = decision.householdNo();
        if (resident == null || household == null) {
            open(applicant, ReasonCode.NOT_IN_REGISTER, null);
        } else {
            match(applicant, MatchMethod.PERSON, resident, household, null);
        }
    }

    private void match(
            Applicant applicant,
            MatchMethod method,
            String resident,
            String household,
            @Nullable Score score) {
        row(applicant, resident, household, method.name(), score, null);
        tally.matched(method);
    }

    private void open(Applicant applicant, ReasonCode code, @Nullable Score score) {
        row(applicant, null, null, null, score, code.name());
        tally.open(code);
    }

    private void row(
            Applicant applicant,
            @Nullable String resident,
            @Nullable String household,
            @Nullable String method,
            @Nullable Score score,
            @Nullable String code) {
        matches.row(10)
                .int8(applicant.id())
                .int4(snapshot)
                .nullableText(resident)
                .nullableText(household)
                .nullableText(method)
                .nullableFloat4(score == null ? null : real(score.weight()))
                .nullableFloat4(score == null ? null : real(score.gap()))
                .nullableText(score == null ? null : score.pattern().text())
                .nullableText(score == null ? null : model)
                .nullableText(code);
    }

    /** In hundredths: what is stored is what people read. */
    private static @Nullable Float real(@Nullable Double value) {
        return value == null ? null : (Float) (Math.round(value * 100) / 100F);
    }

    private void evidence(Applicant applicant, int rank, Candidate candidate) {
        evidence.row(4)
                .int8(applicant.id())
                .int2(rank)
                .text(PackedNumber.text(register.residentNo(candidate.resident())))
                .text(candidate.evidence());
    }
}
