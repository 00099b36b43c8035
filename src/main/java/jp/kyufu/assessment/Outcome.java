package jp.kyufu.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.jspecify.annotations.Nullable;

/**
 * What assessment says of one application; a row of {@code decision}.
 *
 * @param amount yen or points of the whole claim; null where it cannot be told
 * @param members who is claimed for; null: every entitled member less declined and reserved
 * @param reserved protected members who claim for themselves
 * @param account where money goes, if the form gives a valid account; not part of the decision
 */
record Outcome(
        long applicationId,
        ApplicationState state,
        Set<ReasonCode> codes,
        @Nullable Rail rail,
        @Nullable Long amount,
        int residents,
        @Nullable List<String> members,
        List<String> declined,
        List<String> reserved,
        @Nullable Long duplicateOf,
        @Nullable TransferAccount account) {

    Outcome as(ApplicationState newState, Set<ReasonCode> newCodes, @Nullable Long ofApplication) {
        return new Outcome(
                applicationId,
                newState,
                newCodes,
                rail,
                amount,
                residents,
                members,
                declined,
                reserved,
                ofApplication,
                account);
    }

    /** The same outcome, held for a person. */
    Outcome heldFor(ReasonCode code) {
        Set<ReasonCode> withCode = EnumSet.of(code);
        withCode.addAll(codes);
        return as(ApplicationState.REVIEW, withCode, null);
    }

    /** Whether this says the same as an earlier run said. */
    boolean sameDecision(Outcome other) {
        return state == other.state
                && codes.equals(other.codes)
                && rail == other.rail
                && Objects.equals(amount, other.amount)
                && residents == other.residents
                && Objects.equals(members, other.members)
                && declined.equals(other.declined)
                && reserved.equals(other.reserved)
                && Objects.equals(duplicateOf, other.duplicateOf);
    }
}
