package jp.kyufu.assessment;

import static jp.kyufu.assessment.Family.CHILD;
import static jp.kyufu.assessment.Family.HEAD;
import static jp.kyufu.assessment.Family.MOTHER;
import static jp.kyufu.assessment.Family.WIFE;
import static jp.kyufu.assessment.Family.YOUNGER;
import static jp.kyufu.assessment.Family.alias;
import static jp.kyufu.assessment.Family.guarded;
import static jp.kyufu.assessment.Family.left;
import static jp.kyufu.assessment.Family.named;
import static jp.kyufu.assessment.Family.notEntitled;
import static jp.kyufu.assessment.OutcomeAssert.decided;
import static jp.kyufu.assessment.OutcomeAssert.review;
import static jp.kyufu.value.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import jp.kyufu.intake.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File contract §9: members applied for, decliners; incidents 倉敷, 全国. */
class DeclinersTest {

    @Test
    void 倉敷_fourSharesOfFiveMembersOfWhomOneDeclines() {
        Outcome outcome =
                declining("山田　一郎")
                        .write(Field.MEMBER_COUNT, "4")
                        .alone(HEAD, WIFE, CHILD, YOUNGER, MOTHER);
        decided(outcome, 20_000);
        assertThat(outcome.residents()).isEqualTo(4);
        assertThat(outcome.declined()).containsExactly(CHILD.residentNo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田　花子", "山田花子", "山田 花子", "花子", "ヤマダ　ハナコ", "ﾔﾏﾀﾞ ﾊﾅｺ", "はなこ"})
    void aFullNameOrAUniqueGivenNameResolves(String written) {
        decided(declining(written).alone(HEAD, WIFE, CHILD), 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"佐藤花子", "佐藤　花子", "サトウハナコ", "花子"})
    void aMemberIsFoundUnderAnEarlierSurname(String written) {
        Member wife = alias(WIFE, "佐藤 花子", "サトウ ハナコ");
        decided(declining(written).alone(HEAD, wife, CHILD), 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "なし", "無", "　なし　"})
    void nobodyDeclines(String written) {
        decided(declining(written).alone(HEAD, WIFE, CHILD), 15_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "妻", "全員", "無し", "なし、花子", "花子、なし", "花", "山田", "山田　華江", "花子　一郎", "ー", "-", "・",
                "花子、次郎", "？", "1"
            })
    void anythingElseIsLookedAt(String written) {
        review(declining(written).alone(HEAD, WIFE, CHILD), DECLINER_UNKNOWN);
    }

    @Test
    void aDashIsNobodyEvenWhereTheReadingsAreNotParted() {
        review(declining("ー").alone(HEAD, named(WIFE, "山田花子", "ヤマダハナコ")), DECLINER_UNKNOWN);
    }

    @Test
    void aGivenNameOfTwoMembersIsLookedAt() {
        Member namesake = named(MOTHER, "鈴木　花子", "スズキ　ハナコ");
        review(declining("花子").alone(HEAD, WIFE, namesake), DECLINER_UNKNOWN);
        decided(declining("鈴木花子").alone(HEAD, WIFE, namesake), 10_000);
    }

    @Test
    void aReadingOfTwoMembersIsLookedAt() {
        Member alike = named(MOTHER, "山田　華子", "ヤマダ　ハナコ");
        review(declining("ハナコ").alone(HEAD, WIFE, alike), DECLINER_UNKNOWN);
        decided(declining("華子").alone(HEAD, WIFE, alike), 10_000);
    }

    @Test
    void severalDeclineAndOneNamedTwiceDeclinesOnce() {
        decided(declining("花子、山田　一郎、花子").alone(HEAD, WIFE, CHILD), 5_000);
    }

    @Test
    void whoHasNoShareDeclinesNothing() {
        decided(declining("一郎").alone(HEAD, WIFE, notEntitled(CHILD)), 10_000);
        decided(declining("花子").alone(HEAD, left(WIFE, "2026-02-01"), CHILD), 10_000);
    }

    @Test
    void whoLeftBeforeIsNoMemberAndCannotBeNamed() {
        review(declining("花子").alone(HEAD, left(WIFE, "2025-12-01"), CHILD), DECLINER_UNKNOWN);
    }

    @Test
    void 全国_allDeclinedIsAskedAgain() {
        Outcome outcome = declining("太郎、花子").alone(HEAD, WIFE);
        review(outcome, ALL_DECLINED);
        assertThat(outcome.amount()).isZero();
        review(declining("山田　太郎").write(Field.MEMBER_COUNT, "1").alone(HEAD), ALL_DECLINED);
    }

    @Test
    void aPersonSaysWhoDeclines() {
        decided(declining("妻").decliners(WIFE).alone(HEAD, WIFE, CHILD), 10_000);
        decided(declining("太郎、花子").decliners().alone(HEAD, WIFE), 10_000);
    }

    @Test
    void aDeclineIsReversibleUntilThePaymentIsInAFile() {
        Outcome first = declining("花子").alone(HEAD, WIFE);
        decided(first, 5_000);
        decided(declining("花子").earlier(first).decliners().alone(HEAD, WIFE), 10_000);
        decided(declining("花子").inFile(first).decliners().alone(HEAD, WIFE), 5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "3,''",
        "３,''",
        "03,''",
        "2,一郎",
        "3,一郎",
        "１,'花子、一郎'",
        "3,'花子、一郎'",
    })
    void theCountIsWithoutDeclinersOrThatOfTheRegister(String count, String decliners) {
        Outcome outcome =
                declining(decliners).write(Field.MEMBER_COUNT, count).alone(HEAD, WIFE, CHILD);
        assertThat(outcome.codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2,''", "4,''", "0,''", "三,''", "-3x,''", "99999999999,''", "1,一郎"})
    void anyOtherCountIsLookedAt(String count, String decliners) {
        review(
                declining(decliners).write(Field.MEMBER_COUNT, count).alone(HEAD, WIFE, CHILD),
                MEMBER_COUNT_DIFFERS);
    }

    @Test
    void aMemberOfTheRegisterWithoutAShareMayBeCountedAndOneWhoLeftMayNot() {
        Member newborn = notEntitled(CHILD);
        decided(counting("2").alone(HEAD, WIFE, newborn), 10_000);
        decided(counting("3").alone(HEAD, WIFE, newborn), 10_000);
        review(counting("3").alone(HEAD, WIFE, left(CHILD, "2025-12-01")), MEMBER_COUNT_DIFFERS);
        decided(counting("3").alone(HEAD, WIFE, left(CHILD, "2026-02-01")), 15_000);
        decided(counting("2").alone(HEAD, WIFE, left(CHILD, "2026-02-01")), 15_000);
    }

    @Test
    void theReservedMayBeCountedOrNot() {
        Member wife = guarded(WIFE);
        Member child = guarded(CHILD);
        decided(counting("2").alone(HEAD, MOTHER, wife, child), 10_000);
        decided(counting("4").alone(HEAD, MOTHER, wife, child), 10_000);
        review(counting("3").alone(HEAD, MOTHER, wife, child), MEMBER_COUNT_DIFFERS);
        decided(counting("1").write(Field.DECLINERS, "梅").alone(HEAD, MOTHER, wife, child), 5_000);
        decided(counting("3").write(Field.DECLINERS, "梅").alone(HEAD, MOTHER, wife, child), 5_000);
    }

    @Test
    void theHeadCannotDeclineForTheReservedAndLearnsNothingByTrying() {
        Outcome outcome =
                counting("3")
                        .write(Field.DECLINERS, "花子")
                        .alone(HEAD, MOTHER, guarded(WIFE), guarded(CHILD));
        decided(outcome, 10_000);
        assertThat(outcome.declined()).isEmpty();
        assertThat(outcome.reserved()).containsExactly("2", "3");
    }

    private static Application declining(String written) {
        return Application.by(HEAD).write(Field.DECLINERS, written);
    }

    private static Application counting(String written) {
        return Application.by(HEAD).write(Field.MEMBER_COUNT, written);
    }
}
