package jp.kyufu.correction;

import java.util.List;
import java.util.Optional;
import jp.kyufu.value.PaymentState;

/**
 * Who is in the claim behind a payment.
 *
 * @param guarded a protected person's: its members are not shown
 */
public record PaidClaim(boolean guarded, List<Member> members) {

    /**
     * A resident of the claim.
     *
     * @param declined whether he or she takes nothing, as known now
     * @param state of the payment that holds the live share; empty: there is none
     * @param kept yen or points of that share that are not owed back
     */
    public record Member(
            String residentNo,
            boolean declined,
            boolean entitled,
            Optional<PaymentState> state,
            long kept) {}
}
