package jp.kyufu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.CasePlan.Plan;
import jp.kyufu.city.Seed.Purpose;

/**
 * Makes household number n of the city: who lives in it and where, with what its case needs. About
 * 1.93 residents each. {@link RegisterMess} then lets the register's difficulties happen.
 */
final class HouseholdMaker {

    private static final long FIRST_NUMBER = 10_000_003L;
    private static final long NUMBER_STEP = 7;
    private static final long PEOPLE_STEP = 16;
    private static final String LONG_PREFIX = "130";

    private final Seed seed;
    private final CasePlan plans;

    HouseholdMaker(Seed seed, CasePlan plans) {
        this.seed = seed;
        this.plans = plans;
    }

    /** 世帯番号 of a household, ten digits with leading zeros (some systems: more). */
    String number(int index) {
        return number(index, plans.of(index));
    }

    private static String number(int index, Plan plan) {
        String ten = digits(FIRST_NUMBER + index * NUMBER_STEP + index % 3, 10);
        return plan.kind() == IdentityCase.NUMBER_LONG ? LONG_PREFIX + ten : ten;
    }

    Household make(int index) {
        Plan plan = plans.of(index);
        RandomGenerator random = seed.of(Purpose.HOUSEHOLD, index);
        var household = new Household(index, number(index, plan), plan, Address.draw(random));
        if (plan.kind().need() == Need.LATIN) {
            foreigners(household, random);
        } else {
            residents(household, plan.kind().need(), random);
        }
        arrive(household, random);
        if (plan.kind() == BlockCase.NAMESAKES && plan.role() == 1) {
            copyName(make(index - 1).head(), household.head());
        }
        RegisterMess.apply(household, random);
        if (plan.kind() instanceof HardCase kind) {
            Household first = plan.role() == 1 ? make(index - 1) : household;
            HardRegister.apply(kind, household, first, random);
        }
        return household;
    }

    private void residents(Household home, Need need, RandomGenerator random) {
        Names.Word surname =
                need == Need.VARIANT ? Names.variantSurname(random) : Names.surname(random);
        if (need == Need.ANY && random.nextInt(100) < 6) {
            surname = new Names.Word(Names.inVariant(surname.text(), random), surname.kana());
        }
        // Cumulative shares of kinds of household in a thousand.
        int lot =
                switch (need) {
                    case SINGLE, BORN_1989, TWINS -> 0;
                    case COUPLE -> random.nextInt(10) < 6 ? 455 : 785 + random.nextInt(209);
                    case FAMILY -> 785 + random.nextInt(200);
                    case ELDER -> 760;
                    case ANY, VARIANT, LATIN -> random.nextInt(1_000);
                };
        if (lot < 455) {
            single(home, need, surname, random);
        } else if (lot < 705) {
            couple(home, surname, age(27, 92, random), random);
        } else if (lot < 755) {
            boolean female = random.nextInt(100) < 85;
            int age = 25 + random.nextInt(33);
            add(home, female, Relation.HEAD, surname, age, random);
            children(home, surname, age, 1 + random.nextInt(2), random);
        } else if (lot < 785) {
            int age = 45 + random.nextInt(23);
            add(home, random.nextInt(100) < 35, Relation.HEAD, surname, age, random);
            parent(home, surname, age, random);
        } else {
            family(home, surname, lot, random);
        }
    }

    private void single(Household home, Need need, Names.Word surname, RandomGenerator random) {
        int age = random.nextInt(100) < 25 ? 20 + random.nextInt(15) : age(30, 98, random);
        if (need == Need.BORN_1989) {
            age = 36;
        }
        boolean female = random.nextInt(100) < (age > 70 ? 70 : 45);
        Person head = add(home, female, Relation.HEAD, surname, age, random);
        if (need == Need.BORN_1989) {
            head.birth = LocalDate.of(1989, 1, 8).plusDays(random.nextInt(357));
        }
        if (need == Need.TWINS) {
            Person twin = add(home, female, Relation.LODGER, surname, age, random);
            twin.birth = head.birth;
        }
    }

    /** A couple with one to three children and in some homes a parent of the head. */
    private void family(Household home, Names.Word surname, int lot, RandomGenerator random) {
        int age = 29 + random.nextInt(16);
        couple(home, surname, age, random);
        children(home, surname, age, lot < 900 ? 1 : lot < 980 ? 2 : 3, random);
        if (lot >= 994) {
            parent(home, surname, age, random);
            if (random.nextBoolean()) {
                parent(home, surname, age, random);
            }
        }
    }

    private void couple(Household home, Names.Word surname, int age, RandomGenerator random) {
        boolean plain = home.kind.need() != Need.ANY && home.kind.need() != Need.VARIANT;
        boolean female = home.kind.need() != Need.FAMILY && random.nextInt(100) < 20;
        add(home, female, Relation.HEAD, surname, age, random);
        int other = Math.max(20, age - 6 + random.nextInt(10));
        Relation relation = female ? Relation.HUSBAND : Relation.WIFE;
        if (!plain && random.nextInt(1_000) < 8) {
            foreigner(home, !female, relation, random.nextInt(4), other, random);
        } else {
            add(home, !female, relation, surname, other, random);
        }
    }

    private void children(
            Household home, Names.Word surname, int parentAge, int count, RandomGenerator random) {
        int oldest = Math.max(1, Math.min(30, parentAge - 22 - random.nextInt(8)));
        if (home.kind.need() == Need.FAMILY) {
            oldest = Math.min(15, oldest);
        }
        for (int i = 0; i < count; i++) {
            int age = Math.max(0, oldest - 2 * i - random.nextInt(2));
            add(home, random.nextBoolean(), Relation.CHILD, surname, age, random);
        }
    }

    private void parent(Household home, Names.Word surname, int age, RandomGenerator random) {
        boolean mother = home.members.stream().noneMatch(p -> p.relation == Relation.MOTHER);
        Relation relation = mother ? Relation.MOTHER : Relation.FATHER;
        add(home, mother, relation, surname, Math.min(101, age + 22 + random.nextInt(12)), random);
    }

    private void foreigners(Household home, RandomGenerator random) {
        int country = random.nextInt(4);
        boolean female = random.nextBoolean();
        int age = 21 + random.nextInt(35);
        foreigner(home, female, Relation.HEAD, country, age, random);
        if (random.nextInt(100) < 35) {
            Relation relation = female ? Relation.HUSBAND : Relation.WIFE;
            foreigner(home, !female, relation, country, Math.max(20, age - 3), random);
        }
        if (home.kind == IdentityCase.LATIN_WITHOUT_KANA) {
            home.members.forEach(person -> person.withoutKana = true);
        }
    }

    private void foreigner(
            Household home,
            boolean female,
            Relation relation,
            int country,
            int age,
            RandomGenerator random) {
        List<Names.Word> name = Names.latin(female, country, random);
        String number = personNumber(home);
        LocalDate birth = birth(age, random);
        var person = new Person(number, female, relation, name.get(0), name.get(1), birth);
        person.latin = true;
        home.members.add(person);
    }

    private Person add(
            Household home,
            boolean female,
            Relation relation,
            Names.Word surname,
            int age,
            RandomGenerator random) {
        LocalDate birth = birth(age, random);
        Names.Word given = Names.given(female, birth.getYear(), random);
        while (taken(home, given)) {
            given = Names.given(female, birth.getYear(), random);
        }
        if (random.nextInt(100) < 2) {
            given = new Names.Word(Names.inVariant(given.text(), random), given.kana());
        }
        var person = new Person(personNumber(home), female, relation, surname, given, birth);
        // Nobody who could hold an account: without a reading no holder can be compared.
        boolean bystander = relation != Relation.HEAD && home.kind.need() == Need.ANY;
        person.withoutKana = bystander && random.nextInt(100) < 2;
        home.members.add(person);
        return person;
    }

    private static boolean taken(Household home, Names.Word given) {
        return home.members.stream()
                .anyMatch(p -> p.given.equals(given.text()) || p.givenKana.equals(given.kana()));
    }

    /** Everybody moved in together some time ago; children since their birth. */
    private static void arrive(Household home, RandomGenerator random) {
        int years = 1 + random.nextInt(25);
        LocalDate day = Dates.REFERENCE.minusDays(years * 365L + random.nextInt(365) - 300);
        for (Person person : home.members) {
            person.became = person.birth.isAfter(day) ? person.birth : day;
        }
    }

    static void copyName(Person from, Person to) {
        to.surname = from.surname;
        to.given = from.given;
        to.surnameKana = from.surnameKana;
        to.givenKana = from.givenKana;
        to.birth = from.birth;
        to.female = from.female;
    }

    private static String personNumber(Household home) {
        return digits(1_000_000L + home.index * PEOPLE_STEP + home.members.size(), 10);
    }

    /** A birth date of somebody of that age on the reference date; never after the day before. */
    private static LocalDate birth(int age, RandomGenerator random) {
        return Dates.REFERENCE.minusYears(age).minusDays(1 + random.nextInt(364));
    }

    private static int age(int from, int to, RandomGenerator random) {
        double middle = (random.nextDouble() + random.nextDouble()) / 2;
        return from + (int) (middle * (to - from));
    }

    static String digits(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
