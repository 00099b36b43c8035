package jp.kyufu.matching;

import java.util.Optional;
import jp.kyufu.value.ReasonCode;

/** Why nobody was found: what the form lacks, if it lacks anything. */
final class Unfound {

    private Unfound() {}

    /** The missing fact without which nobody can be found; nothing where the form is whole. */
    static Optional<ReasonCode> reason(Applicant applicant) {
        if (applicant.isNameless()) {
            return Optional.of(ReasonCode.NAME_MISSING);
        }
        return applicant.hasBirthDay()
                ? Optional.empty()
                : Optional.of(ReasonCode.BIRTH_DATE_UNREADABLE);
    }
}
