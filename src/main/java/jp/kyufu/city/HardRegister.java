package jp.kyufu.city;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the households of every {@link HardCase}: who is like whom, who is there twice. */
final class HardRegister {

    private HardRegister() {}

    /**
     * @param first the first household of the pair; the household itself where it is the first
     */
    static void apply(HardCase kind, Household home, Household first, RandomGenerator random) {
        boolean second = home != first;
        Person head = home.head();
        switch (kind) {
            case TWINS_ALIKE, NUMBER_OF_TWIN ->
                    alikeGiven(head, second ? first.head() : null, random);
            case NAMESAKES, NAMESAKES_UNTOLD -> {
                if (second) {
                    HouseholdMaker.copyName(first.head(), head);
                }
            }
            case FATHER_AND_SON, NUMBER_OF_FATHER -> fatherAndSon(home, first, random);
            case ONE_CHARACTER -> alikeSurname(head, second ? first.head() : null, random);
            case LATIN_MIDDLE -> {
                Names.Word middle = Names.latin(head.female, random.nextInt(4), random).get(1);
                head.given = head.given + " " + middle.text();
                head.givenKana = head.givenKana + " " + middle.kana();
            }
            case LATIN_NO_KANA, LATIN_IN_KANA ->
                    home.members.forEach(one -> one.withoutKana = true);
            case ALIAS -> {
                Names.Word surname = Names.surname(random);
                Names.Word given = Names.given(head.female, head.birth.getYear(), random);
                head.alias =
                        new Names.Word(
                                surname.text() + "\u3000" + given.text(),
                                surname.kana() + "\u3000" + given.kana());
            }
            case FORMER_NAME -> head.former = Names.surname(random);
            case MOVER -> {
                LocalDate day = Dates.REFERENCE.plusDays(random.nextInt(1, 50));
                home.members.forEach(one -> one.leave(Move.MOVED_INSIDE, day));
            }
            case MOVER_FROM_ELSEWHERE -> {
                LocalDate day = Dates.REFERENCE.minusDays(random.nextInt(1, 90));
                home.members.forEach(one -> one.became = one.birth.isAfter(day) ? one.birth : day);
            }
            case INSTITUTION -> {
                home.address = Address.home(random);
                head.birth = LocalDate.of(1928, 1, 1).plusDays(random.nextInt(8_000));
                head.became = Dates.REFERENCE.minusDays(random.nextInt(30, 3_000));
            }
            case BIRTH_DAY_MONTH -> {
                int day = 1 + (head.birth.getMonthValue() + random.nextInt(11)) % 12;
                head.birth = head.birth.withDayOfMonth(day);
            }
            case BIRTH_ERA -> head.birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(9_000));
            case REGISTER_DUPLICATE -> twice(home, first, random);
            default -> {
                // The form alone is the difficulty, or the composition of the household.
            }
        }
    }

    private static void alikeGiven(Person head, @Nullable Person twin, RandomGenerator random) {
        if (twin == null) {
            give(head, Alike.given(head.female).draw(random));
        } else {
            HouseholdMaker.copyName(twin, head);
            give(head, Alike.given(head.female).other(twin.given));
        }
    }

    private static void alikeSurname(Person head, @Nullable Person other, RandomGenerator random) {
        Names.Word surname;
        if (other == null) {
            surname = Alike.SURNAMES.draw(random);
        } else {
            HouseholdMaker.copyName(other, head);
            surname = Alike.SURNAMES.other(other.surname);
        }
        head.surname = surname.text();
        head.surnameKana = surname.kana();
    }

    /** The first household is the father's, the second the son's at the same address. */
    private static void fatherAndSon(Household home, Household first, RandomGenerator random) {
        Person head = home.head();
        if (home == first) {
            head.female = false;
            head.birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(9_000));
            give(head, Alike.given(false).draw(random));
        } else {
            Person father = first.head();
            HouseholdMaker.copyName(father, head);
            head.birth = father.birth.plusDays(random.nextInt(22 * 365, 36 * 365));
            give(head, Alike.given(false).other(father.given));
            home.address = first.address;
        }
        head.became = head.birth;
    }

    /** The second household is where he or she lives now; the first was never closed, or late. */
    private static void twice(Household home, Household first, RandomGenerator random) {
        Person head = home.head();
        if (home == first) {
            head.became = Dates.REFERENCE.minusDays(random.nextInt(400, 9_000));
            if (random.nextBoolean()) {
                head.leave(Move.MOVED_OUT, Dates.REFERENCE.plusDays(random.nextInt(1, 20)));
            }
            return;
        }
        HouseholdMaker.copyName(first.head(), head);
        head.became = Dates.REFERENCE.minusDays(random.nextInt(0, 60));
        int lot = random.nextInt(10);
        if (lot < 3) {
            head.surname = Names.inVariant(head.surname, random);
        } else if (lot < 5) {
            head.withoutKana = true;
        } else if (lot < 7) {
            home.address = first.address;
        }
    }

    private static void give(Person person, Names.Word given) {
        person.given = given.text();
        person.givenKana = given.kana();
    }
}
