package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import jp.kyufu.matching.Linkage.Application;
import jp.kyufu.matching.Linkage.Resident;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Incidents in a town of a thousand: who must not be taken for whom. */
class LinkageTest {

    private static final LocalDate BORN = LocalDate.of(1961, 4, 12);

    private final List<Resident> residents = new ArrayList<>(crowd(1_000));

    private void resident(
            String no, String household, String name, String kana, LocalDate birth, String place) {
        residents.add(
                new Resident(no, household, false, false, Facts.of(name, kana, birth, place, "")));
    }

    private Decision decide(
            @Nullable String household, String name, String kana, LocalDate birth, String place) {
        return Linkage.over(packed(residents), Model.builtIn())
                .decide(new Application(1, household, Facts.of(name, kana, birth, place, "")));
    }

    /** Strangers of invented names, two to a household. */
    private static List<Resident> crowd(int size) {
        SplittableRandom random = new SplittableRandom(11);
        List<Resident> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String surname = "姓" + (char) ('一' + random.nextInt(60));
            String given = "名" + (char) ('一' + random.nextInt(90));
            crowd.add(
                    new Resident(
                            "9" + i,
                            "8" + i / 2,
                            false,
                            false,
                            Facts.of(
                                    surname + "　" + given,
                                    "",
                                    LocalDate.ofEpochDay(random.nextInt(-15_000, 15_000)),
                                    "中町" + (1 + i / 20) + "-" + (1 + i % 20 / 2) + "-1",
                                    "")));
        }
        return crowd;
    }

    @Test
    void aSlipInTheBirthDateDoesNotPayANamesakeBornOnThatDay() {
        resident("1", "10", "川口　清", "カワグチ　キヨシ", BORN, "元町1-2-3");
        resident("2", "20", "川口　清", "カワグチ　キヨシ", BORN.plusDays(1), "本町4-5-6");
        Decision decision = decide(null, "川口清", "カワグチキヨシ", BORN.plusDays(1), "元町1-2-3");
        assertThat(decision.residentNo()).as("%s", decision).isNotEqualTo("2");
        assertThat(decision.residentNo() == null || decision.residentNo().equals("1")).isTrue();
    }

    @Test
    void twinsAtOneAddressAreToldApartByNameOrHeld() {
        resident("1", "10", "森　一郎", "モリ　イチロウ", BORN, "元町1-2-3");
        resident("2", "10", "森　二郎", "モリ　ジロウ", BORN, "元町1-2-3");
        assertThat(decide(null, "森二郎", "モリジロウ", BORN, "元町1-2-3").residentNo()).isEqualTo("2");
        assertThat(decide(null, "森二郎", "", BORN, "").residentNo()).isEqualTo("2");
        Decision third = decide(null, "森三郎", "モリサブロウ", BORN, "元町1-2-3");
        assertThat(third.residentNo()).isNull();
        assertThat(third.candidates()).containsExactly("1", "2");
    }

    @Test
    void aTwinWhoIsNotInTheRegisterIsNotTakenForTheOneWhoIs() {
        resident("1", "10", "森　一郎", "モリ　イチロウ", BORN, "元町1-2-3");
        Decision other = decide(null, "森二郎", "モリジロウ", BORN, "元町1-2-3");
        assertThat(other.residentNo()).isNull();
        assertThat(other.code()).isEqualTo(ReasonCode.SEVERAL_CANDIDATES);
    }

    @Test
    void oneNameAndBirthDateInTwoHouseholdsIsHeldUnlessSomethingTells() {
        resident("1", "10", "林　実", "ハヤシ　ミノル", BORN, "元町1-2-3");
        resident("2", "20", "林　実", "ハヤシ　ミノル", BORN, "本町4-5-6");
        assertThat(decide(null, "林実", "ハヤシミノル", BORN, "").code())
                .isEqualTo(ReasonCode.SEVERAL_CANDIDATES);
        assertThat(decide(null, "林実", "ハヤシミノル", BORN, "本町4-5-6").residentNo()).isEqualTo("2");
        assertThat(decide("0000000010", "林実", "ハヤシミノル", BORN, "").residentNo()).isEqualTo("1");
    }

    @Test
    void fatherAndSonOneCharacterApartAreTheirBirthDates() {
        resident("1", "10", "岡田　正一", "オカダ　ショウイチ", BORN, "元町1-2-3");
        resident("2", "10", "岡田　正二", "オカダ　ショウジ", LocalDate.of(1988, 9, 30), "元町1-2-3");
        assertThat(decide(null, "岡田正一", "", BORN, "元町1-2-3").residentNo()).isEqualTo("1");
        assertThat(decide(null, "岡田正ニ", "オカダショウジ", LocalDate.of(1988, 9, 30), "").residentNo())
                .isEqualTo("2");
        assertThat(
                        decide(null, "岡田正一", "オカダショウイチ", LocalDate.of(1988, 9, 30), "元町1-2-3")
                                .residentNo())
                .as("the father's name, the son's birth date")
                .isNull();
    }

    @Test
    void aPrintedNumberOfAnotherHouseholdIsHeldWhoeverWrote() {
        resident("1", "10", "川口　清", "カワグチ　キヨシ", BORN, "元町1-2-3");
        resident("2", "20", "森　一郎", "モリ　イチロウ", LocalDate.of(1990, 1, 9), "本町4-5-6");
        Decision stolen = decide("0000000020", "川口清", "カワグチキヨシ", BORN, "元町1-2-3");
        assertThat(stolen.code()).isEqualTo(ReasonCode.NUMBER_CONTRADICTS);
        assertThat(stolen.candidates()).containsExactly("1", "2");
    }

    @Test
    void anAddressAloneOrABirthDateAloneMatchesNobody() {
        resident("1", "10", "川口　清", "カワグチ　キヨシ", BORN, "元町1-2-3");
        assertThat(decide(null, "大沢透", "オオサワトオル", BORN, "元町1-2-3").residentNo()).isNull();
        assertThat(decide(null, "", "", BORN, "元町1-2-3").code()).isEqualTo(ReasonCode.NAME_MISSING);
        assertThat(decide(null, "大沢透", "オオサワトオル", BORN, "").code())
                .isEqualTo(ReasonCode.NOT_IN_REGISTER);
    }

    @Test
    void aSwappedNameALatinOrderAndAVariantAreFound() {
        resident("1", "10", "髙橋　清", "タカハシ　キヨシ", BORN, "元町1-2-3");
        resident("2", "20", "NGUYEN THI LAN", "グエン　ティ ラン", BORN, "本町4-5-6");
        assertThat(decide(null, "清　高橋", "キヨシ　タカハシ", BORN, "元町1-2-3").residentNo()).isEqualTo("1");
        assertThat(decide(null, "Thi Lan Nguyen", "", BORN, "本町4-5-6").residentNo()).isEqualTo("2");
        assertThat(decide(null, "Lan Nguyen", "", BORN, "本町4-5-6").residentNo()).isEqualTo("2");
    }

    @Test
    void theOrderOfRegisterAndApplicationsChangesNothing() {
        List<Application> applications = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            Facts facts = residents.get(random.nextInt(residents.size())).facts();
            Facts other = residents.get(random.nextInt(residents.size())).facts();
            applications.add(
                    new Application(
                            i,
                            null,
                            new Facts(
                                    random.nextInt(4) == 0 ? other.name() : facts.name(),
                                    facts.folded(),
                                    facts.kana(),
                                    facts.birthDay() + random.nextInt(2),
                                    random.nextInt(3) == 0 ? other.address() : facts.address(),
                                    "",
                                    "",
                                    List.of())));
        }
        Map<Long, Decision> first = all(residents, applications);
        List<Resident> shuffled = new ArrayList<>(residents);
        Collections.shuffle(shuffled, new Random(5));
        Collections.shuffle(applications, new Random(6));
        assertThat(all(shuffled, applications)).isEqualTo(first);
        assertThat(first.values()).anyMatch(one -> one.method() == MatchMethod.SCORE);
    }

    private static Map<Long, Decision> all(List<Resident> register, List<Application> received) {
        Map<Long, Decision> decisions = new HashMap<>();
        Applications applications = new Applications();
        received.forEach(applications::add);
        Linkage.over(packed(register), Model.builtIn())
                .decide(applications, batch -> batch.forEach(one -> decisions.put(one.id(), one)));
        return decisions;
    }

    private static Residents packed(List<Resident> residents) {
        Residents packed = new Residents();
        residents.forEach(packed::add);
        return packed;
    }
}
