package jp.kyufu.matching;

import java.util.List;
import jp.kyufu.value.ReasonCode;

/** What the steps make of an application. */
sealed interface Outcome {

    /** The keys cannot tell: the strings of these residents must be compared with the form's. */
    record NeedsText(int[] residents) implements Outcome {}

    /** What is stored. */
    sealed interface Decided extends Outcome {}

    /** It is this resident's. */
    record Matched(int resident, MatchMethod method) implements Decided {}

    /** It is nobody's, or held for a person who sees the candidates, best first. */
    record Open(ReasonCode code, List<Candidate> candidates) implements Decided {}
}
