package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.matching.People.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final LocalDate BORN = LocalDate.of(1960, 3, 14);
    private static final LocalDate TWINS = LocalDate.of(1992, 7, 1);

    private static final Person TARO = person("1", "10", "髙橋　太郎", "タカハシ　タロウ", BORN, "元町1-2");
    private static final Person JIRO =
            person("2", "10", "髙橋　治郎", "タカハシ　ジロウ", LocalDate.of(1990, 1, 9), "元町1-2");
    private static final Person HANAKO =
            person("3", "20", "鈴木　花子", "スズキ　ハナコ", LocalDate.of(1975, 12, 31), "本町5");

    private static Result match(Form form, Person... persons) {
        return new People(List.of(persons)).match(form);
    }

    private static Result matched(String how, String residentNo) {
        return new Result(how, residentNo, List.of());
    }

    private static Result open(String code, String... candidates) {
        return new Result(code, null, List.of(candidates));
    }

    private static Person person(
            String no,
            String household,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String address) {
        return new Person(no, household, name, kana, birth, address, false);
    }

    private static Form form(
            @Nullable String number, String name, String kana, @Nullable LocalDate birth) {
        return new Form(number, name, kana, birth, "");
    }

    @Test
    void aPrintedNumberIsConfirmedByNameAndBirthDate() {
        assertThat(match(form("10", "髙橋太郎", "", BORN), TARO, JIRO, HANAKO))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void aPrintedNumberIsConfirmedByKanaWhereTheNameDiffers() {
        assertThat(match(form("10", "旧姓　太郎", "たかはし たろう", BORN), TARO, JIRO))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void aKnownVariantIsASlipAndStillConfirmsWithoutReadingTheForm() {
        Form variant = form("10", "高橋太郎", "", BORN);
        People people = new People(List.of(TARO, JIRO));
        assertThat(people.match(variant)).isEqualTo(matched("NUMBER", "1"));
        assertThat(people.needsText(form("10", "高橋太郎", "", BORN))).isFalse();
    }

    @Test
    void oneCharacterOfTheNameMayDiffer() {
        assertThat(match(form("10", "髙橋太朗", "", BORN), TARO, JIRO))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void oneDigitOfTheBirthDateMayDiffer() {
        assertThat(match(form("10", "髙橋太郎", "", BORN.withDayOfMonth(15)), TARO, JIRO))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void twoSlipsContradictTheNumber() {
        Result held = match(form("10", "髙橋太朗", "", BORN.withDayOfMonth(15)), TARO, JIRO);
        assertThat(held).isEqualTo(open("NUMBER_CONTRADICTS", "1", "2"));
        assertThat(match(form("10", "高橋太朗", "", BORN), TARO).how())
                .as("a variant and another character")
                .isEqualTo("NUMBER_CONTRADICTS");
    }

    @Test
    void anotherBirthDateContradictsTheNumber() {
        assertThat(match(form("10", "髙橋太郎", "", BORN.plusDays(20)), TARO, JIRO).how())
                .isEqualTo("NUMBER_CONTRADICTS");
    }

    @Test
    void aStolenNumberIsHeldAndShowsWhomThePassesWouldHaveFound() {
        Form thief = new Form("10", "鈴木花子", "スズキハナコ", HANAKO.birth(), "本町5");
        assertThat(match(thief, TARO, JIRO, HANAKO))
                .isEqualTo(open("NUMBER_CONTRADICTS", "3", "1", "2"));
    }

    @Test
    void aMistypedNumberOfNoHouseholdProposesNothing() {
        assertThat(match(form("99", "髙橋太郎", "タカハシタロウ", BORN), TARO, JIRO))
                .isEqualTo(matched("PASS_4", "1"));
    }

    @Test
    void aNumberLongerThanTenDigitsPrintsItsLastTen() {
        Person far = person("7", "555550000000010", "佐藤　実", "サトウ　ミノル", BORN, "");
        assertThat(match(form("10", "佐藤実", "", BORN), TARO, far)).isEqualTo(matched("NUMBER", "7"));
        assertThat(match(form("555550000000010", "髙橋太郎", "", BORN), TARO, far))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void numbersThatDifferByZerosAreTwoHouseholdsOnOneNotice() {
        Person zeros = person("8", "00010", "髙橋　太郎", "タカハシ　タロウ", BORN, "");
        assertThat(match(form("10", "髙橋太郎", "", BORN), TARO, zeros))
                .isEqualTo(open("SEVERAL_CANDIDATES", "1", "8"));
    }

    @Test
    void twinsAreToldApartByTheirNames() {
        Person first = person("4", "30", "山本　一郎", "ヤマモト　イチロウ", TWINS, "緑町3");
        Person second = person("5", "30", "山本　二郎", "ヤマモト　ニロウ", TWINS, "緑町3");
        assertThat(match(form("30", "山本二郎", "ヤマモトニロウ", TWINS), first, second))
                .isEqualTo(matched("NUMBER", "5"));
        assertThat(match(form("30", "山本三郎", "", TWINS), first, second))
                .isEqualTo(open("SEVERAL_CANDIDATES", "4", "5"));
    }

    @Test
    void twinsOfOneReadingAreToldApartByTheirCharacters() {
        Person first = person("4", "30", "林　結衣", "ハヤシ　ユイ", TWINS, "緑町3");
        Person second = person("5", "30", "林　優依", "ハヤシ　ユイ", TWINS, "緑町3");
        assertThat(match(form("30", "林優依", "ハヤシユイ", TWINS), first, second))
                .isEqualTo(matched("NUMBER", "5"));
        assertThat(match(form("30", "", "ハヤシユイ", TWINS), first, second))
                .isEqualTo(open("SEVERAL_CANDIDATES", "4", "5"));
    }

    @Test
    void theNoticeOfATwinNeverOutweighsThePersonWhoWrote() {
        Person first = person("4", "30", "山本　正雄", "ヤマモト　マサオ", TWINS, "緑町3");
        Person second = person("5", "31", "山本　正男", "ヤマモト　マサオ", TWINS, "本町5");
        Form written = form("30", "山本正男", "ヤマモトマサオ", TWINS);
        Result held = match(written, first, second);
        assertThat(held.how()).isEqualTo("NUMBER_CONTRADICTS");
        assertThat(held.candidates()).containsExactlyInAnyOrder("4", "5");
        assertThat(match(written, first, second.gone())).isEqualTo(matched("NUMBER", "4"));
        assertThat(match(form("31", "山本正男", "", TWINS), first, second))
                .isEqualTo(matched("NUMBER", "5"));
    }

    @Test
    void ofTwoNamesakesInOneHouseholdTheOneWhoStayedIsMeant() {
        Person old = person("4", "10", "髙橋　太郎", "タカハシ　タロウ", BORN, "元町1-2").gone();
        assertThat(match(form("10", "髙橋太郎", "", BORN), old, TARO))
                .isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void aNumberWithoutNameOrBirthDateIsHeldForWhatIsMissing() {
        assertThat(match(form("10", "", "", BORN), TARO).how()).isEqualTo("NAME_MISSING");
        assertThat(match(form("10", "髙橋太郎", "", null), TARO).how())
                .isEqualTo("BIRTH_DATE_UNREADABLE");
        assertThat(match(form("10", "", "タカハシタロウ", BORN), TARO)).isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void eachPassAsksForLessThanTheOneBefore() {
        People people = new People(List.of(TARO, JIRO, HANAKO));
        String kana = "タカハシタロウ";
        assertThat(people.match(new Form(null, "高橋太郎", kana, BORN, "元町1-2")))
                .isEqualTo(matched("PASS_1", "1"));
        assertThat(people.match(new Form(null, "高橋太郎", "", BORN, "元町1-2")))
                .isEqualTo(matched("PASS_2", "1"));
        assertThat(people.match(new Form(null, "高嶋太郎", kana, BORN, "元町1-2")))
                .isEqualTo(matched("PASS_3", "1"));
        assertThat(people.match(new Form(null, "高橋太郎", kana, BORN, "別町9")))
                .isEqualTo(matched("PASS_4", "1"));
        assertThat(people.match(new Form(null, "高橋太郎", "", BORN, "別町9")))
                .isEqualTo(matched("PASS_5", "1"));
        assertThat(people.match(new Form(null, "", kana, BORN, "")))
                .isEqualTo(matched("PASS_6", "1"));
    }

    @Test
    void whoWritesFromAnotherCityMayBeANamesakeUnlessTheResidentIsProtected() {
        Person here = person("1", "10", "髙橋　太郎", "タカハシ　タロウ", BORN, "東京都桑都市元町1-2");
        Form away = new Form(null, "髙橋太郎", "タカハシタロウ", BORN, "埼玉県仮名市中央4-5-6");
        assertThat(match(away, here)).isEqualTo(open("SEVERAL_CANDIDATES", "1"));
        assertThat(match(away, here.protectedOne())).isEqualTo(matched("PASS_4", "1"));
        Form moved = new Form(null, "髙橋太郎", "タカハシタロウ", BORN, "桑都市北町4-5");
        assertThat(match(moved, here)).isEqualTo(matched("PASS_4", "1"));
        Form numbered = new Form("10", "髙橋太郎", "タカハシタロウ", BORN, "埼玉県仮名市中央4-5-6");
        assertThat(match(numbered, here)).isEqualTo(matched("NUMBER", "1"));
    }

    @Test
    void aReadingWrittenWhereTheNameBelongsIsComparedAsAReading() {
        assertThat(match(form(null, "たかはし　たろう", "", BORN), TARO, JIRO, HANAKO).how())
                .isEqualTo("SCORE");
    }

    @Test
    void theSameNameAndBirthDateInTwoHouseholdsIsToldApartByAddressOrHeld() {
        Person other = person("9", "40", "髙橋　太郎", "タカハシ　タロウ", BORN, "北町7");
        Form withAddress = new Form(null, "髙橋太郎", "タカハシタロウ", BORN, "北町7");
        assertThat(match(withAddress, TARO, other)).isEqualTo(matched("PASS_1", "9"));
        assertThat(match(form(null, "髙橋太郎", "タカハシタロウ", BORN), TARO, other))
                .isEqualTo(open("SEVERAL_CANDIDATES", "1", "9"));
    }

    @Test
    void whoeverLeftTheRegisterGivesWayToWhoeverStayed() {
        Person moved = person("9", "40", "髙橋　太郎", "タカハシ　タロウ", BORN, "北町7").gone();
        Form written = form(null, "髙橋太郎", "", BORN);
        assertThat(match(written, TARO, moved)).isEqualTo(matched("PASS_5", "1"));
        assertThat(match(written, moved)).isEqualTo(matched("PASS_5", "9"));
        assertThat(match(written, TARO.gone(), moved))
                .isEqualTo(open("SEVERAL_CANDIDATES", "1", "9"));
    }

    @Test
    void whatIsMissingIsSaidWhereNobodyCanBeFound() {
        assertThat(match(form(null, "", "", BORN), TARO)).isEqualTo(open("NAME_MISSING"));
        assertThat(match(form(null, "", "", null), TARO)).isEqualTo(open("NAME_MISSING"));
        assertThat(match(form(null, "髙橋太郎", "", null), TARO))
                .isEqualTo(open("BIRTH_DATE_UNREADABLE"));
        assertThat(match(form(null, "無名　人", "", BORN), TARO)).isEqualTo(open("NOT_IN_REGISTER"));
    }

    @Test
    void aResidentWithoutBirthDateOrKanaIsNotFoundByTheLackOfThem() {
        Person unknown = person("6", "50", "謎　人", "", null, "元町1-2");
        assertThat(match(form(null, "謎人", "", null), unknown).how())
                .isEqualTo("BIRTH_DATE_UNREADABLE");
        assertThat(match(form("50", "謎人", "", BORN), unknown).how())
                .isEqualTo("NUMBER_CONTRADICTS");
    }

    @Test
    void evidenceIsCodesAndNobodysName() {
        People people = new People(List.of(TARO));
        Outcome.Open held =
                (Outcome.Open) people.decide(form("10", "髙橋太朗", "", BORN.withDayOfMonth(15)));
        assertThat(held.candidates())
                .extracting(Candidate::evidence)
                .singleElement()
                .asString()
                .endsWith(" NAME=CLOSE BIRTH=DIGIT NUMBER=EQUAL");
    }
}
