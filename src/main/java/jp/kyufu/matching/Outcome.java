package jp.kyufu.matching;

import java.util.List;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What the steps make of an application. */
sealed interface Outcome {

    /** The keys cannot tell: the form must be opened and compared with residents' texts. */
    record NeedsText() implements Outcome {}

    /** What is stored. */
    sealed interface Decided extends Outcome {

        /** How the best candidate scored; null where the keys alone decided. */
        @Nullable Score score();
    }

    /** It is this resident's. */
    record Matched(int resident, MatchMethod method, @Nullable Score score) implements Decided {}

    /** It is nobody's, or held for a person who sees the candidates, best first. */
    record Open(ReasonCode code, List<Candidate> candidates, @Nullable Score score)
            implements Decided {}

    /**
     * Why scoring decided as it did.
     *
     * @param weight of the best candidate, in bits
     * @param gap to the next that could be meant; null where there is none
     */
    record Score(Pattern pattern, double weight, @Nullable Double gap) {}
}
