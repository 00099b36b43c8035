package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kyufu.value.Check;

/** One household: every application alone first, then which of them stands. Pure. */
final class HouseholdAssessment {

    private final Rules rules;

    HouseholdAssessment(Rules rules) {
        this.rules = rules;
    }

    /** The outcomes of all applications matched to a household, in no particular order. */
    List<Outcome> assess(Household household, List<Submission> submissions) {
        Map<String, List<Standing.Alone>> groups = new TreeMap<>();
        for (Submission submission : submissions.stream().sorted(Submission.FIRST_COME).toList()) {
            Member applicant = household.member(Check.present(submission.resident()));
            Claim claim = Claim.of(household, applicant);
            groups.computeIfAbsent(claim.group(), group -> new ArrayList<>())
                    .add(
                            new Standing.Alone(
                                    submission,
                                    rules.alone(submission, household, applicant, claim)));
        }
        List<Outcome> outcomes = new ArrayList<>(submissions.size());
        groups.values().forEach(group -> outcomes.addAll(Standing.among(group)));
        return outcomes;
    }
}
