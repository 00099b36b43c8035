package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.SplittableRandom;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.matching.Fact.NumberLevel;
import jp.kyufu.matching.Linkage.Application;
import jp.kyufu.matching.Linkage.Resident;
import org.junit.jupiter.api.Test;

/** A town in which people slip as often as we say; training must find out how often. */
class TrainingTest {

    private static final int HOUSEHOLDS = 6_000;
    private static final double NAME_SLIPS = 0.05;
    private static final double BIRTH_SLIPS = 0.04;
    private static final double MOVED = 0.08;
    private static final double NUMBERED = 0.7;
    private static final double WRONG_NUMBER = 0.03;

    private final SplittableRandom random = new SplittableRandom(17);
    private final Residents residents = new Residents();
    private final Applications applications = new Applications();

    private Model train() {
        for (int i = 0; i < HOUSEHOLDS; i++) {
            household(i);
        }
        return Training.train(
                residents, applications, Model.builtIn(), "test", "a town of tests", 1);
    }

    @Test
    void howOftenPeopleSlipIsFoundOut() {
        Model model = train();
        assertThat(m(model, Fact.NAME, NameLevel.CLOSE)).isCloseTo(NAME_SLIPS, within(0.01));
        assertThat(m(model, Fact.BIRTH, BirthLevel.DIGIT)).isCloseTo(BIRTH_SLIPS, within(0.01));
        assertThat(
                        m(model, Fact.ADDRESS, AddressLevel.TOWN)
                                + m(model, Fact.ADDRESS, AddressLevel.NEAR)
                                + m(model, Fact.ADDRESS, AddressLevel.DIFFERENT))
                .isCloseTo(MOVED, within(0.02));
        assertThat(m(model, Fact.NUMBER, NumberLevel.DIFFERENT))
                .isCloseTo(WRONG_NUMBER, within(0.01));
        assertThat(model.level(Fact.BIRTH, BirthLevel.EQUAL.ordinal()).u())
                .as("one day of thirty thousand")
                .isCloseTo(1 / 30_000.0, within(2e-5));
        assertThat(model.version()).isEqualTo("test");
        assertThat(model.thresholds()).isEqualTo(Model.builtIn().thresholds());
        assertThat(model.patterns()).isNotEmpty();
    }

    @Test
    void theSameDataAndSeedGiveTheSameModel() {
        Model first = train();
        Model second =
                Training.train(
                        residents, applications, Model.builtIn(), "test", "a town of tests", 1);
        assertThat(second).isEqualTo(first);
    }

    private static double m(Model model, Fact fact, Enum<?> level) {
        return model.level(fact, level.ordinal()).m();
    }

    /** Two people at one address, of whom one applies. */
    private void household(int number) {
        String household = String.valueOf(10_000 + number);
        String surname = letters('一', 40) + letters('丁', 40);
        String place = place();
        String given = letters('七', 50) + letters('万', 50);
        LocalDate born = LocalDate.ofEpochDay(random.nextInt(-15_000, 15_000));
        add("1" + number, household, surname + "　" + given, born, place);
        String other = letters('七', 50) + letters('万', 50);
        LocalDate otherBorn = LocalDate.ofEpochDay(random.nextInt(-15_000, 15_000));
        add("2" + number, household, surname + "　" + other, otherBorn, place);

        String name = surname + (random.nextDouble() < NAME_SLIPS ? given.charAt(0) + "誤" : given);
        LocalDate birth = random.nextDouble() < BIRTH_SLIPS ? aDigitAway(born) : born;
        String address = random.nextDouble() < MOVED ? place() : place;
        String printed =
                random.nextDouble() < WRONG_NUMBER
                        ? String.valueOf(10_000 + random.nextInt(HOUSEHOLDS))
                        : household;
        applications.add(
                new Application(
                        number,
                        random.nextDouble() < NUMBERED ? printed : null,
                        Facts.of(name, "", birth, address, "")));
    }

    private void add(String no, String household, String name, LocalDate born, String place) {
        residents.add(
                new Resident(no, household, false, false, Facts.of(name, "", born, place, "")));
    }

    private static LocalDate aDigitAway(LocalDate date) {
        int day = date.getDayOfMonth();
        return day == 30
                ? date.minusDays(10)
                : day == 1 || day % 10 == 0 ? date.plusDays(1) : date.minusDays(1);
    }

    private String place() {
        return letters('山', 30)
                + "町"
                + (1 + random.nextInt(40))
                + "-"
                + (1 + random.nextInt(30))
                + "-1";
    }

    private String letters(char from, int of) {
        return String.valueOf((char) (from + random.nextInt(of)));
    }
}
