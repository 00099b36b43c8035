package jp.kyufu.assessment;

import java.util.List;
import java.util.Optional;
import jp.kyufu.bank.HolderName;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.value.ReasonCode;

/** Whose account it is: the payee's, the recorded proxy's, another member's or a stranger's. */
final class HolderRule {

    private HolderRule() {}

    /** The holder of an account in relation to the household. */
    enum Holder {
        PAYEE,
        PROXY,
        MEMBER,
        STRANGER;

        boolean ofHousehold() {
            return this == PAYEE || this == MEMBER;
        }

        /** The code this holder earns, if any (file contract §9). */
        Optional<ReasonCode> code() {
            return switch (this) {
                case PAYEE, PROXY -> Optional.empty();
                case MEMBER -> Optional.of(ReasonCode.HOLDER_IS_MEMBER);
                case STRANGER -> Optional.of(ReasonCode.HOLDER_MISMATCH);
            };
        }
    }

    /**
     * Compares the holder as sent with those it may be.
     *
     * @param payees the head, or the protected claimant; nobody or several where the head is
     *     unclear
     * @param applicant the matched resident, whose own kana helps where the register has none
     */
    static Holder of(
            String holder,
            Household household,
            List<Member> payees,
            Member applicant,
            ApplicationForm form) {
        if (Household.any(payees, payee -> isHolder(holder, payee, applicant, form))) {
            return Holder.PAYEE;
        }
        if (Proxy.complete(form) && HolderName.same(holder, form.get(Field.PROXY_KANA))) {
            return Holder.PROXY;
        }
        return Household.any(
                        household.members(), member -> isHolder(holder, member, applicant, form))
                ? Holder.MEMBER
                : Holder.STRANGER;
    }

    private static boolean isHolder(
            String holder, Member member, Member applicant, ApplicationForm form) {
        // A holder may be written as the registered name itself, in Latin letters, and banks keep
        // accounts under a certified alias or earlier surname. Where the register knows no
        // reading, that of the person matched by name and birth date counts.
        return HolderName.same(holder, member.kana())
                || HolderName.same(holder, member.name())
                || member.otherNames().stream()
                        .anyMatch(other ->
                                HolderName.same(holder, other.kana())
                                        || HolderName.same(holder, other.name()))
                || (member.kana().isEmpty()
                        && member.equals(applicant)
                        && HolderName.same(holder, form.get(Field.KANA)));
    }
}
