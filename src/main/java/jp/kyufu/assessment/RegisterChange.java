package jp.kyufu.assessment;

import static jp.kyufu.value.ReasonCode.HEAD_LEFT;
import static jp.kyufu.value.ReasonCode.HEAD_UNCLEAR;
import static jp.kyufu.value.ReasonCode.HOLDER_IS_MEMBER;
import static jp.kyufu.value.ReasonCode.HOLDER_MISMATCH;
import static jp.kyufu.value.ReasonCode.NOT_HEAD;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.value.ReasonCode;

/**
 * What a newer register says against a claim whose payment is on its way (rule I12): reasons for
 * which the same claim would be held, or made apart, if it were assessed today. The claim itself
 * stands; a person decides about its payment.
 *
 * @param application whose payment must be looked at
 * @param what a reason code, or {@link #SHARE_APART}
 */
record RegisterChange(long application, String what) {

    /** A member claimed for claims for himself or herself by now. Does not say why. */
    static final String SHARE_APART = "SHARE_APART";

    private static final Set<ReasonCode> OF_HOUSEHOLD =
            EnumSet.of(HEAD_LEFT, HEAD_UNCLEAR, NOT_HEAD, HOLDER_IS_MEMBER, HOLDER_MISMATCH);

    /** Who claims apart asks as himself or herself, whoever is head. */
    private static final Set<ReasonCode> OF_ONE = EnumSet.of(HEAD_LEFT);

    /**
     * What the register says now and did not when the claim was settled.
     *
     * @param settled what was decided, and is paid
     * @param today what would be decided if it were assessed alone today
     */
    static Set<String> since(Household household, Outcome settled, Outcome today) {
        Set<String> changes = new TreeSet<>();
        boolean ofHousehold = settled.members() == null;
        for (ReasonCode code : ofHousehold ? OF_HOUSEHOLD : OF_ONE) {
            if (today.codes().contains(code) && !settled.codes().contains(code)) {
                changes.add(code.name());
            }
        }
        if (ofHousehold && Household.any(household.reserved(), one -> claimed(settled, one))) {
            changes.add(SHARE_APART);
        }
        return changes;
    }

    private static boolean claimed(Outcome settled, Member member) {
        return !settled.reserved().contains(member.residentNo())
                && !settled.declined().contains(member.residentNo());
    }
}
