package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.ReasonCode;

/**
 * Which of several applications for the same members stands (file contract §9, earlier and later):
 * one whose payment is in a file or beyond for good, else the earliest that is decided or in
 * review. One whose place a corrected one has taken never stands: it comes as a duplicate of that.
 */
final class Standing {

    /** An application with the outcome it would have if it were the only one. */
    record Alone(Submission submission, Outcome outcome) {

        boolean couldStand() {
            return outcome.state() == ApplicationState.DECIDED
                    || outcome.state() == ApplicationState.REVIEW;
        }
    }

    private Standing() {}

    /** The outcomes of one group, given in order of {@link Submission#FIRST_COME}. */
    static List<Outcome> among(List<Alone> group) {
        int standing = standing(group);
        List<Outcome> outcomes = new ArrayList<>(group.size());
        for (int i = 0; i < group.size(); i++) {
            Alone one = group.get(i);
            Outcome settled = one.submission().settled();
            if (settled != null) {
                outcomes.add(settled);
            } else if (standing < 0
                    || i == standing
                    || one.outcome().state() == ApplicationState.NOTHING_DUE
                    || one.outcome().state() == ApplicationState.DUPLICATE) {
                outcomes.add(one.outcome());
            } else {
                boolean overtaken = i < standing && !one.couldStand();
                outcomes.add(
                        duplicate(
                                one.outcome(),
                                overtaken
                                        ? ReasonCode.SUPERSEDED
                                        : ReasonCode.HOUSEHOLD_ALREADY_APPLIED,
                                group.get(standing).submission().applicationId()));
            }
        }
        return outcomes;
    }

    private static int standing(List<Alone> group) {
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).submission().inFile()) {
                return i;
            }
        }
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).couldStand()) {
                return i;
            }
        }
        return -1;
    }

    private static Outcome duplicate(Outcome outcome, ReasonCode code, long standing) {
        Set<ReasonCode> codes =
                EnumSet.copyOf(outcome.codes().isEmpty() ? Set.of(code) : outcome.codes());
        codes.add(code);
        return outcome.as(ApplicationState.DUPLICATE, codes, standing);
    }
}
