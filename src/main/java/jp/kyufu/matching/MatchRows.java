package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What a batch of applications became: rows to be copied, and those that wait for text. */
final class MatchRows {

    static final String MATCH_COLUMNS =
            " (application_id, snapshot_id, resident_no, household_no, method, weight, code)";
    static final String EVIDENCE_COLUMNS = " (application_id, rank, resident_no, evidence)";

    /** An application whose strings must be compared with those of residents. */
    record Unread(Applicant applicant, NeedsText needed) {}

    private final int snapshot;
    private final RegisterKeys register;
    private final CopyBuffer matches = new CopyBuffer();
    private final CopyBuffer evidence = new CopyBuffer(1 << 10);
    private final List<Unread> unread = new ArrayList<>();
    private final MatchingSummary.Tally tally = new MatchingSummary.Tally();

    MatchRows(int snapshot, RegisterKeys register) {
        this.snapshot = snapshot;
        this.register = register;
    }

    CopyBuffer matches() {
        return matches;
    }

    CopyBuffer evidence() {
        return evidence;
    }

    List<Unread> unread() {
        return unread;
    }

    MatchingSummary.Tally tally() {
        return tally;
    }

    void add(Applicant applicant, Outcome outcome) {
        switch (outcome) {
            case NeedsText needed -> unread.add(new Unread(applicant, needed));
            case Decided decided -> add(applicant, decided);
        }
    }

    void add(Applicant applicant, Decided decided) {
        switch (decided) {
            case Matched(int resident, MatchMethod method) ->
                    match(
                            applicant,
                            method,
                            PackedNumber.text(register.residentNo(resident)),
                            PackedNumber.text(register.householdNo(resident)));
            case Open(ReasonCode code, List<Candidate> candidates) -> {
                open(applicant, code);
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
            open(applicant, ReasonCode.NOT_IN_REGISTER);
        } else {
            match(applicant, MatchMethod.PERSON, resident, household);
        }
    }

    private void match(Applicant applicant, MatchMethod method, String resident, String household) {
        row(applicant, resident, household, method.name(), null);
        tally.matched(method);
    }

    private void open(Applicant applicant, ReasonCode code) {
        row(applicant, null, null, null, code.name());
        tally.open(code);
    }

    private void row(
            Applicant applicant,
            @Nullable String resident,
            @Nullable String household,
            @Nullable String method,
            @Nullable String code) {
        matches.row(7)
                .int8(applicant.id())
                .int4(snapshot)
                .nullableText(resident)
                .nullableText(household)
                .nullableText(method)
                .nullField()
                .nullableText(code);
    }

    private void evidence(Applicant applicant, int rank, Candidate candidate) {
        evidence.row(4)
                .int8(applicant.id())
                .int2(rank)
                .text(PackedNumber.text(register.residentNo(candidate.resident())))
                .text(candidate.evidence());
    }
}
