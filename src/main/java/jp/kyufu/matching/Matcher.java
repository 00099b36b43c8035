package jp.kyufu.matching;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;

/**
 * The chain of steps over one register, without a database: an outcome depends on applicant,
 * register and model alone, whatever the order of residents. Safe for many threads.
 */
final class Matcher {

    private final RegisterKeys register;
    private final NumberConfirmation number;
    private final ExactPasses passes;
    private final Blocking blocking;
    private final Scoring scoring;

    Matcher(RegisterKeys register, Model model) {
        this.register = register;
        number = new NumberConfirmation(register);
        passes = new ExactPasses(register);
        blocking = new Blocking(register);
        scoring = new Scoring(register, model);
    }

    /** Decides by keys, or says that the texts must be read. */
    Outcome byKeys(Applicant applicant) {
        int[] members = number.proposed(applicant);
        Optional<Matched> found =
                members.length > 0 ? number.byKeys(applicant, members) : passes.find(applicant);
        return found.isPresent() ? found.get() : new NeedsText();
    }

    /** The residents whose texts {@link #byText} reads. */
    int[] candidates(Applicant applicant, Facts facts) {
        return blocking.candidates(applicant, facts);
    }

    /** The step that weighs. */
    Scoring scoring() {
        return scoring;
    }

    /**
     * Decides what {@link #byKeys} could not.
     *
     * @param candidates those of {@link #candidates}
     * @param texts gives the facts of any of them
     */
    Decided byText(Applicant applicant, Facts facts, int[] candidates, IntFunction<Facts> texts) {
        int[] members = number.proposed(applicant);
        if (members.length == 0) {
            List<Candidate> ranked = scoring.rank(applicant, facts, candidates, texts);
            return scoring.decide(applicant, ranked, resident -> passes.name(applicant, resident));
        }
        int[] confirmed = number.byText(applicant, facts, members, texts);
        if (confirmed.length == 1 && !number.hasRival(applicant, confirmed[0], members)) {
            return new Matched(confirmed[0], MatchMethod.NUMBER, null);
        }
        List<Candidate> ranked = scoring.rank(applicant, facts, candidates, texts);
        ReasonCode code =
                confirmed.length > 1
                        ? ReasonCode.SEVERAL_CANDIDATES
                        : Unfound.reason(applicant).orElse(ReasonCode.NUMBER_CONTRADICTS);
        return new Open(code, shown(applicant, ranked), scoring.score(ranked));
    }

    /** The candidates beside a number that contradicts: those near, and the number's household. */
    private List<Candidate> shown(Applicant applicant, List<Candidate> ranked) {
        return ranked.stream()
                .filter(one -> scoring.isNear(one) || isPrinted(applicant, one))
                .limit(Candidate.SHOWN)
                .toList();
    }

    private boolean isPrinted(Applicant applicant, Candidate one) {
        return PackedNumber.printed(register.householdNo(one.resident())) == applicant.printedNo();
    }
}
