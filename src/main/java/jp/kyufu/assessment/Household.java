package jp.kyufu.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household on the reference date: who is its head, who is entitled, whose shares are reserved
 * (file contract §9).
 */
final class Household {

    private final String number;
    private final LocalDate referenceDate;
    private final List<Member> onRegister;
    private final List<Member> everybody;

    Household(String number, List<Member> members, LocalDate referenceDate) {
        this.number = number;
        this.referenceDate = referenceDate;
        this.everybody = List.copyOf(members);
        this.onRegister =
                everybody.stream().filter(member -> !member.leftBy(referenceDate)).toList();
    }

    String number() {
        return number;
    }

    /** Members who had not left by the reference date. */
    List<Member> members() {
        return onRegister;
    }

    /** Members who have not left until now. */
    long stillHere() {
        return onRegister.stream().filter(member -> member.leftOn() == null).count();
    }

    List<Member> heads() {
        return onRegister.stream().filter(Member::head).toList();
    }

    /** The one head; null where there is none or more than one. */
    @Nullable Member head() {
        List<Member> heads = heads();
        return heads.size() == 1 ? heads.getFirst() : null;
    }

    List<Member> entitled() {
        return everybody.stream().filter(Member::entitled).toList();
    }

    /** The member of this number; matching never links an application to another household. */
    Member member(String residentNo) {
        return everybody.stream()
                .filter(member -> member.residentNo().equals(residentNo))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(residentNo + " is not of " + number));
    }

    /**
     * Whether this member claims for himself or herself: protected, not the head, and the head is
     * not protected.
     */
    boolean reserved(Member member) {
        return member.guarded()
                && !member.head()
                && onRegister.stream().noneMatch(other -> other.head() && other.guarded());
    }

    /** Entitled members whose shares nobody else can claim. */
    List<Member> reserved() {
        return entitled().stream().filter(this::reserved).toList();
    }

    boolean minor(Member member) {
        return member.minorOn(referenceDate);
    }
}
