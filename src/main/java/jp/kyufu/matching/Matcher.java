package jp.kyufu.matching;

import java.util.List;
import java.util.Optional;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;

/**
 * The chain of steps over one register, without a database: an outcome depends on the applicant and
 * the register alone, whatever the order of residents. Safe for many threads.
 */
final class Matcher {

    private final ExactPasses passes;
    private final NumberConfirmation number;

    Matcher(RegisterKeys register) {
        passes = new ExactPasses(register);
        number = new NumberConfirmation(register, passes);
    }

    /** Decides by keys, or says whose strings it needs. */
    Outcome byKeys(Applicant applicant) {
        Optional<Outcome> byNumber = number.byKeys(applicant);
        return byNumber.orElseGet(() -> passes.find(applicant).orElseGet(() -> nobody(applicant)));
    }

    /** Decides what {@link #byKeys} could not, now that the strings are at hand. */
    Decided byText(Applicant applicant, NeedsText needed, Slips slips) {
        return number.byText(applicant, needed.residents(), slips);
    }

    private static Decided nobody(Applicant applicant) {
        return new Open(Unfound.reason(applicant).orElse(ReasonCode.NOT_IN_REGISTER), List.of());
    }
}
