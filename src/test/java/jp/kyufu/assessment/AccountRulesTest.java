package jp.kyufu.assessment;

import static jp.kyufu.assessment.Family.CHILD;
import static jp.kyufu.assessment.Family.HEAD;
import static jp.kyufu.assessment.Family.WIFE;
import static jp.kyufu.assessment.Family.alias;
import static jp.kyufu.assessment.Family.named;
import static jp.kyufu.assessment.OutcomeAssert.decided;
import static jp.kyufu.assessment.OutcomeAssert.defective;
import static jp.kyufu.assessment.OutcomeAssert.review;
import static jp.kyufu.value.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.kyufu.intake.Field;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File contract §9: holder, account, window, wallet, what is shared; incidents 能登, 飯田, 仙台 2022. */
class AccountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ヤマダ　タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ", "やまだたろう"})
    void theHeadsAccountPasses(String holder) {
        decided(holding(holder).alone(HEAD, WIFE), 10_000);
    }

    @Test
    void anotherReadingOfTheHeadsNameIsSomebodyElse() {
        defective(holding("ヤマダ　タロー").alone(HEAD, WIFE), HOLDER_MISMATCH);
    }

    @Test
    void anotherMembersAccountIsLookedAt() {
        review(holding(WIFE.kana()).alone(HEAD, WIFE), HOLDER_IS_MEMBER);
    }

    @Test
    void anybodyElsesAccountIsDefective() {
        defective(holding("サトウ　ジロウ").alone(HEAD, WIFE), HOLDER_MISMATCH);
    }

    @Test
    void 能登_whoeverSignsForAHouseholdIsNotPaidIntoAnAccountOfHisOwn() {
        defective(holding("サトウ　ジロウ").alone(HEAD), HOLDER_MISMATCH);
        Outcome common =
                holding("サトウ　ジロウ").proxy("佐藤次郎", "サトウ　ジロウ", "知人").sharedPayee().alone(HEAD);
        review(common, SHARED_ACCOUNT);
    }

    @Test
    void aRecordedProxysAccountPasses() {
        decided(holding("サトウ　ジロウ").proxy("佐藤次郎", "さとう じろう", "甥").alone(HEAD, WIFE), 10_000);
        defective(
                holding("サトウ　ジロウ").proxy("佐藤次郎", "サトウ　ジロウ", "").found(PROXY_INCOMPLETE).alone(HEAD),
                PROXY_INCOMPLETE,
                HOLDER_MISMATCH);
    }

    @Test
    void anAccountUnderAnAliasOrAnEarlierSurnameIsThePersonsOwn() {
        Member head = alias(HEAD, "金山　太郎", "カネヤマ　タロウ");
        decided(holding("ｶﾈﾔﾏ ﾀﾛｳ").alone(head, WIFE), 10_000);
        decided(holding("ヤマダ　タロウ").alone(head, WIFE), 10_000);
        Member wife = alias(WIFE, "佐藤 花子", "サトウ ハナコ");
        review(holding("サトウ　ハナコ").alone(HEAD, wife), HOLDER_IS_MEMBER);
        defective(holding("カネヤマ　タロウ").alone(alias(HEAD, "金山　太郎", ""), WIFE), HOLDER_MISMATCH);
    }

    @Test
    void aNameOfTheRegisterWithoutReadingIsComparedAsItIsOrAsTheApplicantReadsIt() {
        Member foreigner = named(HEAD, "SMITH　JOHN", "");
        decided(
                Application.by(foreigner).write(Field.HOLDER, "SMITH JOHN").alone(foreigner),
                5_000);
        decided(
                Application.by(foreigner)
                        .write(Field.KANA, "スミス　ジヨン")
                        .write(Field.HOLDER, "スミス　ジョン")
                        .alone(foreigner),
                5_000);
        defective(
                Application.by(foreigner).write(Field.HOLDER, "ヤマダ　タロウ").alone(foreigner),
                HOLDER_MISMATCH);
    }

    @Test
    void 飯田_aMemberOfTheSameReadingDoesNotUnsettleTheHead() {
        decided(Application.by(HEAD).alone(HEAD, named(CHILD, "山田　多郎", HEAD.kana())), 10_000);
    }

    @Test
    void 仙台_anAccountWithoutItsCopyIsDefectiveAndNothingElseIsUsed() {
        defective(
                Application.by(HEAD).found(ACCOUNT_DOCUMENT_MISSING).alone(HEAD),
                ACCOUNT_DOCUMENT_MISSING);
    }

    @Test
    void pointsNeedNoAccount() {
        Outcome outcome =
                holding("サトウ　ジロウ").write(Field.BRANCH, "999").rail(Rail.POINTS).alone(HEAD);
        decided(outcome, 6_000);
        assertThat(outcome.account()).isNull();
    }

    @Test
    void shortAccountNumbersAreZeroFilled() {
        Outcome outcome = Application.by(HEAD).write(Field.ACCOUNT_NO, "12345").alone(HEAD);
        decided(outcome, 5_000);
        assertThat(outcome.account().number().digits()).isEqualTo("0012345");
    }

    @ParameterizedTest
    @CsvSource({"0001,001,", "0001,009,BRANCH_UNKNOWN", "0009,001,BANK_UNKNOWN"})
    void theBranchMustBeInTheMaster(String bank, String branch, ReasonCode code) {
        Outcome outcome =
                Application.by(HEAD)
                        .write(Field.BANK, bank)
                        .write(Field.BRANCH, branch)
                        .alone(HEAD);
        assertThat(outcome.codes()).isEqualTo(code == null ? Set.of() : Set.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"002", "003"})
    void theBranchMustExistOnTheDayOfAssessment(String branch) {
        defective(Application.by(HEAD).write(Field.BRANCH, branch).alone(HEAD), BRANCH_UNKNOWN);
    }

    @Test
    void aLostZeroIsLookedAt() {
        review(Application.by(HEAD).write(Field.BANK, "1").alone(HEAD), ACCOUNT_LOST_ZERO);
        decided(
                Application.by(HEAD)
                        .write(Field.BANK, "1")
                        .confirmed(ACCOUNT_LOST_ZERO)
                        .alone(HEAD),
                5_000);
    }

    @Test
    void oneDefectOfAnAccountHidesNoOther() {
        defective(
                holding("サトウ　ジロウ")
                        .write(Field.BRANCH, "009")
                        .write(Field.ACCOUNT_NO, "12345678")
                        .write(Field.DEPOSIT_TYPE, "定期")
                        .found(IDENTITY_DOCUMENT_MISSING)
                        .alone(HEAD),
                IDENTITY_DOCUMENT_MISSING,
                HOLDER_MISMATCH,
                BRANCH_UNKNOWN,
                ACCOUNT_NUMBER_FORMAT,
                ACCOUNT_TYPE_UNKNOWN);
        defective(
                holding("山田太郎").write(Field.BANK, "0009").alone(HEAD),
                HOLDER_CHARACTERS,
                BANK_UNKNOWN);
        defective(
                Application.by(HEAD)
                        .write(Field.YUCHO_SYMBOL, "17370")
                        .write(Field.YUCHO_NUMBER, "19927651")
                        .alone(HEAD),
                ACCOUNT_AMBIGUOUS);
    }

    @Test
    void anAccountThatTheAmendedBankProfileRefusesIsNotPaid() {
        Outcome outcome = holding("ヤマダ／タロウ").alone(HEAD);
        defective(outcome, HOLDER_CHARACTERS);
        assertThat(outcome.account()).isNull();
    }

    @Test
    void anAccountOfSeveralHouseholdsIsHeldWhereItsHolderIsNotOfTheHousehold() {
        decided(Application.by(HEAD).sharedPayee().alone(HEAD, WIFE), 10_000);
        review(holding(WIFE.kana()).sharedPayee().alone(HEAD, WIFE), HOLDER_IS_MEMBER);
        defective(holding("サトウ　ジロウ").sharedPayee().alone(HEAD), HOLDER_MISMATCH, SHARED_ACCOUNT);
    }

    @Test
    void aWalletOfSeveralHouseholdsIsHeldForAllNotYetInAFile() {
        review(Application.by(HEAD).rail(Rail.POINTS).sharedPayee().alone(HEAD), SHARED_WALLET);
        Outcome paid = Application.by(HEAD).rail(Rail.POINTS).alone(HEAD);
        decided(
                Application.by(HEAD).rail(Rail.POINTS).sharedPayee().inFile(paid).alone(HEAD),
                6_000);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T23:59:59,false",
        "2026-03-16T00:00:00,true",
        "2026-07-31T23:59:59,true",
        "2026-08-01T00:00:00,false"
    })
    void theWindowIncludesBothEnds(String received, boolean inside) {
        Outcome outcome = Application.by(HEAD).received(received).alone(HEAD);
        if (inside) {
            decided(outcome, 5_000);
        } else {
            review(outcome, OUTSIDE_WINDOW);
        }
    }

    @Test
    void withoutARailNothingIsReadOfTheAccount() {
        Outcome outcome =
                Application.by(HEAD)
                        .rail(null)
                        .found(RAIL_MISSING)
                        .write(Field.BANK, "9999")
                        .alone(HEAD);
        defective(outcome, RAIL_MISSING);
        assertThat(outcome.amount()).isNull();
    }

    @Test
    void aRailThatTheProgramDoesNotOfferIsNone() {
        Rules cashOnly = Application.rules(new Amounts(75_000, 0), new Amounts(5_000, 0));
        Outcome outcome =
                new HouseholdAssessment(cashOnly, _ -> {})
                        .assess(
                                Family.of(HEAD),
                                List.of(Application.by(HEAD).rail(Rail.POINTS).submission()))
                        .getFirst();
        defective(outcome, RAIL_MISSING);
    }

    @Test
    void anAmountAboveTheCapIsHeldAndNeverCut() {
        Rules capped = Application.rules(new Amounts(9_999, 0), new Amounts(5_000, 0));
        Outcome outcome =
                new HouseholdAssessment(capped, _ -> {})
                        .assess(Family.of(HEAD, WIFE), List.of(Application.by(HEAD).submission()))
                        .getFirst();
        review(outcome, ABOVE_CAP);
        assertThat(outcome.amount()).isEqualTo(10_000);
    }

    @Test
    void anAmountThatATransferRecordHasNoDigitsForIsHeld() {
        Amounts none = new Amounts(Amounts.UNLIMITED, Amounts.UNLIMITED);
        Rules uncapped = Application.rules(none, new Amounts(5_000_000_000L, 0));
        HouseholdAssessment assessment = new HouseholdAssessment(uncapped, _ -> {});
        List<Submission> one = List.of(Application.by(HEAD).submission());
        decided(assessment.assess(Family.of(HEAD), one).getFirst(), 5_000_000_000L);
        review(assessment.assess(Family.of(HEAD, WIFE), one).getFirst(), ABOVE_CAP);
    }

    @Test
    void aReceiptNumberWithOtherContentIsLookedAtUnlessPaid() {
        review(Application.by(HEAD).receiptConflict().alone(HEAD), RECEIPT_CONFLICT);
        Outcome paid = Application.by(HEAD).alone(HEAD);
        decided(Application.by(HEAD).receiptConflict().inFile(paid).alone(HEAD), 5_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECK_DIGIT_WRONG", "ERA_OVERRUN", "YUCHO_CHECK_DIGIT"})
    void aNoteHoldsNothing(ReasonCode note) {
        decided(Application.by(HEAD).found(note).alone(HEAD), 5_000, note);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WALLET_INVALID",
                "RAIL_MISSING",
                "IDENTITY_DOCUMENT_MISSING",
                "ACCOUNT_MISSING"
            })
    void aDefectOutweighsADoubtAndBothAreListed(ReasonCode defect) {
        defective(
                Application.by(WIFE)
                        .rail(Rail.POINTS)
                        .found(defect)
                        .receiptConflict()
                        .alone(HEAD, WIFE),
                defect,
                NOT_HEAD,
                RECEIPT_CONFLICT);
    }

    private static Application holding(String holder) {
        return Application.by(HEAD).write(Field.HOLDER, holder);
    }
}
