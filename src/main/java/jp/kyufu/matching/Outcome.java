package jp.kyufu.matching;

import java.util.List;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What the steps make of an application, as it is stored. */
sealed interface Outcome {

    /** How the best candidate scored; null where the keys alone decided. */
    @Nullable Score score();

    /** It is this resident's. */
    record Matched(int resident, MatchMethod method, @Nullable Score score) implements Outcome {}

    /** It is nobody's, or held for a person who sees the candidates, best first. */
    record Open(ReasonCode code, List<Candidate> candidates, @Nullable Score score)
            implements Outcome {}
}
