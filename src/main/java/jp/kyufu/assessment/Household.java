package jp.kyufu.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A household on the reference date: who is its head, who is entitled, whose shares are reserved
 * (file contract §9).
 */
final class Household {

    private final String number;
    private final LocalDate referenceDate;
    private final List<Member> onRegister;
    private final List<Member> everybody;
    private final List<Member> heads;
    private final List<Member> entitled;
    private final List<Member> reserved;

    Household(String number, List<Member> members, LocalDate referenceDate) {
        this.number = number;
        this.referenceDate = referenceDate;
        this.everybody = List.copyOf(members);
        List<Member> onTheDay = those(everybody, member -> !member.leftBy(referenceDate));
        this.onRegister = onTheDay.isEmpty() ? everybody : onTheDay;
        this.heads = those(onRegister, Member::head);
        this.entitled = those(everybody, Member::entitled);
        this.reserved = those(entitled, this::reserved);
    }

    /** The members of whom something is true, in their order. Called for every application. */
    static List<Member> those(List<Member> members, Predicate<Member> which) {
        List<Member> those = new ArrayList<>(members.size());
        for (Member member : members) {
            if (which.test(member)) {
                those.add(member);
            }
        }
        return those;
    }

    /** Whether something is true of one of the members. */
    static boolean any(List<Member> members, Predicate<Member> which) {
        for (Member member : members) {
            if (which.test(member)) {
                return true;
            }
        }
        return false;
    }

    String number() {
        return number;
    }

    /** Members who had not left by the reference date; everybody of a household that was gone. */
    List<Member> members() {
        return onRegister;
    }

    /** Members who have not left until now. */
    int stillHere() {
        return those(onRegister, member -> member.leftOn() == null).size();
    }

    /** The head; nobody or several where that is unclear. */
    List<Member> heads() {
        return heads;
    }

    List<Member> entitled() {
        return entitled;
    }

    /** The member of this number; matching never links an application to another household. */
    Member member(String residentNo) {
        for (Member member : everybody) {
            if (member.residentNo().equals(residentNo)) {
                return member;
            }
        }
        throw new IllegalStateException(residentNo + " is not of " + number);
    }

    /**
     * Whether this member claims for himself or herself: protected, not the head, and the head is
     * not protected. Where the head is unclear, all who may be it must be protected to claim for
     * others.
     */
    boolean reserved(Member member) {
        return member.guarded()
                && !member.head()
                && onRegister.contains(member)
                && (heads.isEmpty() || any(heads, head -> !head.guarded()));
    }

    /** Whether this member was of the household on the reference date and has left since. */
    boolean leftSince(Member member) {
        return member.leftOn() != null && !member.leftBy(referenceDate);
    }

    /** Entitled members whose shares nobody else can claim. */
    List<Member> reserved() {
        return reserved;
    }

    boolean minor(Member member) {
        return member.minorOn(referenceDate);
    }
}
