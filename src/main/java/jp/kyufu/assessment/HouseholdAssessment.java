package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Check;
import jp.kyufu.value.ReasonCode;

/** One household: every application alone first, then which of them stands. Pure. */
final class HouseholdAssessment {

    private final Rules rules;
    private final Consumer<RegisterChange> changes;

    /**
     * @param changes told what the register says against claims whose payment is on its way
     */
    HouseholdAssessment(Rules rules, Consumer<RegisterChange> changes) {
        this.rules = rules;
        this.changes = changes;
    }

    /** The outcomes of all applications matched to a household, in no particular order. */
    List<Outcome> assess(Household household, List<Submission> submissions) {
        List<Submission> inOrder = new ArrayList<>(submissions);
        inOrder.sort(Submission.FIRST_COME);
        Map<String, List<Standing.Alone>> groups = new TreeMap<>();
        for (Submission submission : inOrder) {
            Member applicant = household.member(Check.present(submission.resident()));
            Claim claim = Claim.of(household, applicant);
            Outcome alone = rules.alone(submission, household, applicant, claim);
            groups.computeIfAbsent(group(submission, claim), group -> new ArrayList<>())
                    .add(new Standing.Alone(submission, submission.unlessReplaced(alone)));
            Outcome settled = submission.settled();
            if (settled != null) {
                RegisterChange.since(household, settled, alone)
                        .forEach(what ->
                                changes.accept(
                                        new RegisterChange(submission.applicationId(), what)));
            }
        }
        if (groups.size() == 1) {
            return Standing.among(groups.values().iterator().next());
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        groups.values()
                .forEach(group ->
                        Standing.among(group)
                                .forEach(one -> outcomes.put(one.applicationId(), one)));
        return apart(household, inOrder, outcomes);
    }

    /** A settled claim stays in the group it was settled in, whoever is protected by now. */
    private static String group(Submission submission, Claim claim) {
        Outcome settled = submission.settled();
        if (settled == null) {
            return claim.group();
        }
        return settled.members() == null ? "" : Check.present(submission.resident());
    }

    /** Nobody is claimed for twice: a claim that meets one settled or decided before is held. */
    private static List<Outcome> apart(
            Household household, List<Submission> inOrder, Map<Long, Outcome> outcomes) {
        Set<String> taken = new HashSet<>();
        List<Outcome> apart = new ArrayList<>(inOrder.size());
        for (boolean settled : new boolean[] {true, false}) {
            for (Submission submission : inOrder) {
                if ((submission.settled() != null) == settled) {
                    Outcome outcome = Check.present(outcomes.get(submission.applicationId()));
                    Set<String> claimed = claimed(household, outcome);
                    if (settled || Collections.disjoint(taken, claimed)) {
                        taken.addAll(claimed);
                        apart.add(outcome);
                    } else {
                        apart.add(outcome.heldFor(ReasonCode.RESERVED_UNCLEAR));
                    }
                }
            }
        }
        return apart;
    }

    private static Set<String> claimed(Household household, Outcome outcome) {
        if (outcome.state() != ApplicationState.DECIDED) {
            return Set.of();
        }
        List<String> members = outcome.members();
        return household.entitled().stream()
                .map(Member::residentNo)
                .filter(one -> members == null || members.contains(one))
                .filter(one -> !outcome.declined().contains(one))
                .filter(one -> !outcome.reserved().contains(one))
                .collect(Collectors.toSet());
    }
}
