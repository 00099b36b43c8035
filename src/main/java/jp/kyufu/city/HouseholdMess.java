package jp.kyufu.city;

import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.value.ReasonCode;

/**
 * Writes the applications of every {@link HouseholdCase}; {@link RegisterMess} made the register.
 */
final class HouseholdMess {

    private static final List<String> ELSEWHERE = Lexicon.list("elsewhere");

    private final Scribe scribe;

    HouseholdMess(Scribe scribe) {
        this.scribe = scribe;
    }

    List<Form> write(HouseholdCase kind, Household home, Channel channel, RandomGenerator random) {
        Form form = scribe.byHead(home, channel, random);
        return switch (kind) {
            case MEMBER_LEFT_BEFORE,
                    MEMBER_LEFT_ON_THE_DAY,
                    MEMBER_LEFT_AFTER,
                    MEMBER_BORN_AFTER,
                    MEMBER_BIRTH_UNKNOWN,
                    HEAD_NOT_OLDEST,
                    ARRIVED_THE_DAY_BEFORE,
                    ARRIVED_ON_THE_DAY,
                    INSTITUTION,
                    PROTECTED_HEAD,
                    PROTECTED_SILENT ->
                    List.of(form);
            case HEAD_DIED_AFTER -> List.of(headLeft(form, home, random.nextInt(10) < 4, random));
            case HEAD_MOVED_OUT_AFTER, SINGLE_DIED_AFTER ->
                    List.of(headLeft(form, home, false, random));
            case HOUSEHOLD_LEFT_BEFORE, HOUSEHOLD_LEFT_ON_THE_DAY, ARRIVED_THE_DAY_AFTER -> {
                form.count = "";
                form.codes.add(ReasonCode.NOT_ENTITLED);
                yield List.of(form);
            }
            case MOVED_INSIDE -> {
                Address old = Address.draw(random);
                form.postal = old.postal();
                form.address = old.written(random);
                yield List.of(form);
            }
            case NO_HEAD, TWO_HEADS -> {
                // Points: whose account it ought to be cannot be said without a head.
                scribe.points(form, home, Owner.HEAD, random);
                form.codes.add(ReasonCode.HEAD_UNCLEAR);
                yield List.of(form);
            }
            case PROTECTED_ALONE -> List.of(guarded(home, channel, form.arrival, random));
            case PROTECTED_CLAIM_UNCLEAR -> {
                Form claim = guarded(home, channel, form.arrival, random);
                claim.count = "";
                claim.codes.add(ReasonCode.RESERVED_UNCLEAR);
                yield List.of(claim);
            }
            case PROTECTED_AFTER_HEAD -> {
                Form first = scribe.byHead(home, channel, Arrivals.early(channel, random), random);
                long later = Arrivals.after(first.arrival, 14, Channel.PAPER, random);
                yield List.of(first, guarded(home, Channel.PAPER, later, random));
            }
            case PROTECTED_BEFORE_HEAD -> {
                long early = Arrivals.early(Channel.PAPER, random);
                long later = Arrivals.after(early, 14, channel, random);
                yield List.of(
                        guarded(home, Channel.PAPER, early, random),
                        scribe.byHead(home, channel, later, random));
            }
        };
    }

    /** The head is gone: the family signs for him or her, or the spouse as such. */
    private Form headLeft(Form form, Household home, boolean bySpouse, RandomGenerator random) {
        Form written = form;
        if (bySpouse) {
            written = scribe.by(home, home.otherAdult(), form.channel, form.arrival, random);
            scribe.points(written, home, Owner.MEMBER, random);
            written.codes.add(ReasonCode.NOT_HEAD);
        }
        written.codes.add(ReasonCode.HEAD_LEFT);
        return written;
    }

    /** A protected member applies for herself and the reserved children, from somewhere else. */
    private Form guarded(Household home, Channel channel, long arrival, RandomGenerator random) {
        Person who = home.otherAdult();
        Form form = scribe.by(home, who, channel, arrival, random);
        form.number = "";
        form.postal = "";
        form.address = ELSEWHERE.get(random.nextInt(ELSEWHERE.size()));
        form.payees = 1 + (int) home.reserved().stream().filter(p -> !p.adult()).count();
        form.count = random.nextBoolean() ? "" : "" + form.payees;
        form.guardedClaim = true;
        if (random.nextBoolean()) {
            Account account = scribe.accounts.of(home.index, Owner.MEMBER);
            form.pay(account, Handwriting.holder(who, random));
        } else {
            scribe.points(form, home, Owner.MEMBER, random);
        }
        return form;
    }
}
