package jp.kyufu.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.kyufu.value.ReasonCode;

/** Whose shares an applicant asks for; applications of equal {@code group} compete. */
sealed interface Claim {

    /** The group of applications among which one stands. */
    String group();

    /** Entitled members asked for, decliners not yet taken out. */
    List<Member> members();

    /** Why members who would be asked for have no share: they are paid in another program. */
    Set<ReasonCode> paidElsewhere();

    /** The head, or a proxy, applies for everybody whose share is not reserved. */
    record OfHousehold(List<Member> members, Set<ReasonCode> paidElsewhere) implements Claim {
        @Override
        public String group() {
            return "";
        }
    }

    /**
     * A protected member applies for himself or herself and the reserved children.
     *
     * @param contested another member could claim a child of {@code members} as well
     */
    record OfProtected(
            Member claimant, List<Member> members, boolean contested, Set<ReasonCode> paidElsewhere)
            implements Claim {
        @Override
        public String group() {
            return claimant.residentNo();
        }
    }

    /** What {@code applicant} asks for by applying (file contract §9, protected members). */
    static Claim of(Household household, Member applicant) {
        List<Member> reserved = household.reserved();
        if (!household.reserved(applicant)) {
            return new OfHousehold(
                    reserved.isEmpty()
                            ? household.entitled()
                            : Household.those(household.entitled(), m -> !reserved.contains(m)),
                    paidElsewhere(household, m -> !household.reserved(m)));
        }
        List<Member> claimed =
                Household.those(reserved, m -> m.equals(applicant) || household.minor(m));
        return new OfProtected(
                applicant,
                claimed,
                contested(household, applicant),
                paidElsewhere(
                        household,
                        m -> household.reserved(m) && (m.equals(applicant) || household.minor(m))));
    }

    private static Set<ReasonCode> paidElsewhere(Household household, Predicate<Member> asked) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        for (Member member : household.members()) {
            if (member.paidElsewhere() != null && asked.test(member)) {
                codes.add(member.paidElsewhere());
            }
        }
        return codes;
    }

    /** An adult contends with other adults, a child with everybody: children rarely apply. */
    private static boolean contested(Household household, Member applicant) {
        boolean child = household.minor(applicant);
        return Household.any(
                household.members(),
                other ->
                        !other.equals(applicant)
                                && household.reserved(other)
                                && (!household.minor(other) || (child && other.entitled())));
    }
}
