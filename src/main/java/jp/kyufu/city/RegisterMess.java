package jp.kyufu.city;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** Lets the difficulties of the register happen in a household (file contract §1, §9). */
final class RegisterMess {

    private static final Move[] LEAVING = {Move.DIED, Move.MOVED_OUT, Move.STRUCK_OFF};

    private RegisterMess() {}

    static void apply(Household home, RandomGenerator random) {
        if (home.kind instanceof HouseholdCase kind) {
            apply(kind, home, random);
        }
    }

    private static void apply(HouseholdCase kind, Household home, RandomGenerator random) {
        LocalDate reference = Dates.REFERENCE;
        switch (kind) {
            case MEMBER_LEFT_BEFORE -> memberLeft(home, before(random), random);
            case MEMBER_LEFT_ON_THE_DAY -> memberLeft(home, reference, random);
            case MEMBER_LEFT_AFTER -> memberLeft(home, after(random), random);
            case MEMBER_BORN_AFTER -> bornAfter(home, random);
            case MEMBER_BIRTH_UNKNOWN -> home.members.getLast().birthUnknown = true;
            case HEAD_DIED_AFTER, SINGLE_DIED_AFTER -> home.head().leave(Move.DIED, after(random));
            case HEAD_MOVED_OUT_AFTER -> home.head().leave(Move.MOVED_OUT, after(random));
            case HOUSEHOLD_LEFT_BEFORE -> allLeft(home, before(random));
            case HOUSEHOLD_LEFT_ON_THE_DAY -> allLeft(home, reference);
            case ARRIVED_THE_DAY_BEFORE -> allArrived(home, reference.minusDays(1));
            case ARRIVED_ON_THE_DAY -> allArrived(home, reference);
            case ARRIVED_THE_DAY_AFTER -> allArrived(home, reference.plusDays(1));
            case MOVED_INSIDE -> {
                LocalDate day = after(random);
                home.members.forEach(person -> person.leave(Move.MOVED_INSIDE, day));
            }
            case INSTITUTION -> home.address = Address.home(random);
            case NO_HEAD -> home.head().relation = Relation.LODGER;
            case TWO_HEADS -> home.members.get(1).relation = Relation.HEAD;
            case PROTECTED_HEAD -> home.head().guarded = true;
            case PROTECTED_SILENT, PROTECTED_ALONE, PROTECTED_AFTER_HEAD, PROTECTED_BEFORE_HEAD ->
                    guardAllButHead(home);
            case PROTECTED_CLAIM_UNCLEAR -> {
                grandmother(home, random);
                guardAllButHead(home);
            }
            case HEAD_NOT_OLDEST -> {
                // The composition itself: an old parent lives with the head.
            }
        }
    }

    /** The last member leaves; the head stays. */
    private static void memberLeft(Household home, LocalDate day, RandomGenerator random) {
        Person leaver = home.members.getLast();
        LocalDate left = leaver.birth.isAfter(day) ? leaver.birth : day;
        leaver.leave(LEAVING[random.nextInt(LEAVING.length)], left);
        if (leaver.became.isAfter(left)) {
            leaver.became = leaver.birth;
        }
    }

    private static void bornAfter(Household home, RandomGenerator random) {
        Person baby = home.members.getLast();
        baby.birth = Dates.REFERENCE.plusDays(random.nextInt(1, 40));
        baby.became = baby.birth;
    }

    private static void allLeft(Household home, LocalDate day) {
        for (Person person : home.members) {
            person.leave(Move.MOVED_OUT, day);
            person.became = person.birth;
        }
    }

    private static void allArrived(Household home, LocalDate day) {
        home.members.forEach(person -> person.became = day);
    }

    private static void guardAllButHead(Household home) {
        home.members.stream().skip(1).forEach(person -> person.guarded = true);
    }

    private static void grandmother(Household home, RandomGenerator random) {
        Person head = home.head();
        var surname = new Names.Word(head.surname, head.surnameKana);
        LocalDate birth = head.birth.minusYears(25);
        Names.Word given = Names.given(true, birth.getYear(), random);
        String number = HouseholdMaker.digits(Long.parseLong(head.number) + 10, 10);
        home.members.add(new Person(number, true, Relation.MOTHER, surname, given, birth));
    }

    private static LocalDate before(RandomGenerator random) {
        return Dates.REFERENCE.minusDays(random.nextInt(1, 90));
    }

    private static LocalDate after(RandomGenerator random) {
        return Dates.REFERENCE.plusDays(random.nextInt(1, 50));
    }
}
