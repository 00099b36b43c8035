package jp.kyufu.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose shares an applicant asks for; applications of equal {@code group} compete. */
sealed interface Claim {

    /** The group of applications among which one stands. */
    String group();

    /** Entitled members asked for, decliners not yet taken out. */
    List<Member> members();

    /** The head, or a proxy, applies for everybody whose share is not reserved. */
    record OfHousehold(List<Member> members) implements Claim {
        @Override
        public String group() {
            return "";
        }
    }

    /**
     * A protected member applies for himself or herself and the reserved children.
     *
     * @param unclear another member could claim the same child
     */
    record OfProtected(Member claimant, List<Member> members, String group, boolean unclear)
            implements Claim {}

    /** What {@code applicant} asks for by applying (file contract §9, protected members). */
    static Claim of(Household household, @Nullable Member applicant) {
        List<Member> reserved = household.reserved();
        if (applicant == null || !household.reserved(applicant)) {
            return new OfHousehold(
                    household.entitled().stream().filter(m -> !reserved.contains(m)).toList());
        }
        List<Member> children = reserved.stream().filter(household::minor).toList();
        List<Member> others = reserved.stream().filter(m -> !m.equals(applicant)).toList();
        boolean alone =
                household.minor(applicant)
                        ? others.isEmpty()
                        : others.stream().allMatch(household::minor);
        List<Member> claimed =
                Stream.concat(Stream.of(applicant).filter(Member::entitled), children.stream())
                        .distinct()
                        .toList();
        return new OfProtected(
                applicant, claimed, applicant.residentNo(), !alone && !children.isEmpty());
    }
}
