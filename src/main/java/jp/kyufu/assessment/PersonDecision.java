package jp.kyufu.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.assessment.Submission.PersonsWord;
import jp.kyufu.value.Digits;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;

/** How a person can resolve a finding, as written on the command line and stored with it. */
sealed interface PersonDecision {

    /** The code no longer holds the application. */
    record Confirm() implements PersonDecision {}

    /** The application ceases to stand. */
    record Refuse() implements PersonDecision {}

    /** The applicant is this resident. */
    record Match(String residentNo) implements PersonDecision {}

    /** The applicant is nobody in the register. */
    record NoMatch() implements PersonDecision {}

    /** These members, and no others, decline; none if empty. */
    record Decline(List<String> residentNos) implements PersonDecision {}

    /** Two numbers are one person, who is entitled under this one alone. */
    record Same(String residentNo) implements PersonDecision {}

    /** Two numbers are two persons. */
    record Different() implements PersonDecision {}

    /**
     * Reads {@code CONFIRM}, {@code REFUSE}, {@code MATCH:<resident>}, {@code NO_MATCH}, {@code
     * DECLINE:<resident>,...}, {@code DECLINE:NONE}, {@code SAME:<resident>} or {@code DIFFERENT};
     * refuses anything else.
     */
    static PersonDecision parse(String text) {
        int colon = text.indexOf(':');
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        if (text.startsWith("MATCH:") && Digits.isDigits(argument, 1, 15)) {
            return new Match(argument);
        }
        if (text.startsWith("DECLINE:") && !argument.isEmpty()) {
            return new Decline(argument.equals("NONE") ? List.of() : List.of(argument.split(",")));
        }
        if (text.startsWith("SAME:") && Digits.isDigits(argument, 1, 15)) {
            return new Same(argument);
        }
        return switch (text) {
            case "CONFIRM" -> new Confirm();
            case "REFUSE" -> new Refuse();
            case "NO_MATCH" -> new NoMatch();
            case "DIFFERENT" -> new Different();
            default -> throw new Refusal("assessment.decision.unknown", text);
        };
    }

    /** Whether a finding of this code can be resolved by a decision of this kind. */
    static boolean fits(Findings.Choice choice, ReasonCode code) {
        PersonDecision any =
                switch (choice) {
                    case CONFIRM -> new Confirm();
                    case REFUSE -> new Refuse();
                    case MATCH -> new Match("");
                    case NO_MATCH -> new NoMatch();
                    case DECLINE -> new Decline(List.of());
                    case SAME -> new Same("");
                    case DIFFERENT -> new Different();
                };
        return any.fits(code);
    }

    /** Whether a finding of this code can be resolved so. */
    default boolean fits(ReasonCode code) {
        boolean identity =
                code.kind() == ReasonCode.Kind.IDENTITY || code.kind() == ReasonCode.Kind.UNMATCHED;
        return switch (this) {
            case Refuse refuse ->
                    code.kind() != ReasonCode.Kind.FINDING || code == ReasonCode.SHARE_TAKEN;
            case Match match -> identity;
            case NoMatch noMatch -> identity;
            case Same same -> code == ReasonCode.REGISTER_DUPLICATE;
            case Different different -> code == ReasonCode.REGISTER_DUPLICATE;
            case Decline decline ->
                    code == ReasonCode.DECLINER_UNKNOWN
                            || code == ReasonCode.ALL_DECLINED
                            || code == ReasonCode.RESERVED_UNCLEAR;
            case Confirm confirm ->
                    !identity
                            && code != ReasonCode.DECLINER_UNKNOWN
                            && code != ReasonCode.ABOVE_CAP
                            && code != ReasonCode.REGISTER_DUPLICATE
                            && code != ReasonCode.PAYMENT_RETURNED
                            && code != ReasonCode.PAYMENT_CANCELLED;
        };
    }

    /**
     * What it means for the assessment of the application; matching remembers identities itself.
     */
    default PersonsWord word(ReasonCode code) {
        return switch (this) {
            case Confirm confirm ->
                    new PersonsWord(
                            // A conflict that comes after the confirmation holds again.
                            code == ReasonCode.RECEIPT_CONFLICT ? Set.of() : Set.of(code),
                            false,
                            Optional.empty(),
                            Optional.empty());
            case Refuse refuse ->
                    new PersonsWord(Set.of(), true, Optional.empty(), Optional.empty());
            case Decline decline ->
                    new PersonsWord(
                            Set.of(), false, Optional.of(decline.residentNos()), Optional.empty());
            case Match match -> PersonsWord.NONE;
            case NoMatch noMatch -> PersonsWord.NONE;
            case Same same -> PersonsWord.NONE;
            case Different different -> PersonsWord.NONE;
        };
    }
}
