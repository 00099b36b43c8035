package jp.kyufu.assessment;

import static jp.kyufu.assessment.Family.HEAD;
import static jp.kyufu.assessment.Family.WIFE;
import static jp.kyufu.assessment.OutcomeAssert.decided;
import static jp.kyufu.assessment.OutcomeAssert.defective;
import static jp.kyufu.assessment.OutcomeAssert.duplicate;
import static jp.kyufu.assessment.OutcomeAssert.review;
import static jp.kyufu.value.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import jp.kyufu.intake.Field;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.Test;

/** File contract §9, earlier and later; incidents 所沢, つくば, 全国 (15 times). */
class StandingTest {

    private static final String EARLY = "2026-03-20T09:00:00";
    private static final String LATE = "2026-03-20T09:00:01";

    private static final Household HOUSEHOLD = Family.of(HEAD, WIFE);

    @Test
    void 所沢_aHouseholdThatAppliesOnlineAndOnPaperIsPaidOnceInEveryOrder() {
        for (boolean onlineFirst : new boolean[] {true, false}) {
            Application online = good(1).received(onlineFirst ? EARLY : LATE);
            Application paper = good(2).receipt("P0000000001").received(onlineFirst ? LATE : EARLY);
            List<Outcome> outcomes = assess(online, paper);
            Outcome first = outcomes.get(onlineFirst ? 0 : 1);
            decided(first, 10_000);
            duplicate(outcomes.get(onlineFirst ? 1 : 0), first, HOUSEHOLD_ALREADY_APPLIED);
        }
    }

    @Test
    void aTieGoesToTheLowerReceiptNumber() {
        List<Outcome> outcomes =
                assess(good(1).received(EARLY), good(2).receipt("P0000000009").received(EARLY));
        decided(outcomes.get(1), 10_000);
        duplicate(outcomes.getFirst(), outcomes.get(1), HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void 全国_whoAppliesFifteenTimesIsPaidOnce() {
        Application[] all =
                IntStream.rangeClosed(1, 15)
                        .mapToObj(StandingTest::good)
                        .toArray(Application[]::new);
        List<Outcome> outcomes = Application.assess(HOUSEHOLD, all);
        decided(outcomes.getFirst(), 10_000);
        outcomes.stream()
                .skip(1)
                .forEach(one -> duplicate(one, outcomes.getFirst(), HOUSEHOLD_ALREADY_APPLIED));
    }

    @Test
    void つくば_anEarlierOneThatArrivesWhileThePaymentIsPlannedChangesPlaces() {
        Outcome planned = assess(good(2)).getFirst();
        decided(planned, 10_000);
        List<Outcome> after = assess(good(1), good(2).earlier(planned));
        decided(after.getFirst(), 10_000);
        duplicate(after.get(1), after.getFirst(), HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void onceInAFileThePaidOneStandsForGood() {
        Outcome paid = assess(good(2)).getFirst();
        List<Outcome> after = assess(good(1), good(2).inFile(paid), good(3));
        decided(after.get(1), 10_000);
        duplicate(after.getFirst(), paid, HOUSEHOLD_ALREADY_APPLIED);
        duplicate(after.get(2), paid, HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void anEarlierDefectiveOneIsSupersededByALaterCompleteOne() {
        List<Outcome> outcomes = assess(defect(1), good(2), defect(3));
        decided(outcomes.get(1), 10_000);
        duplicate(outcomes.getFirst(), outcomes.get(1), IDENTITY_DOCUMENT_MISSING, SUPERSEDED);
        duplicate(
                outcomes.get(2),
                outcomes.get(1),
                IDENTITY_DOCUMENT_MISSING,
                HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void defectiveOnesAloneAreAllToBeCorrected() {
        List<Outcome> outcomes = assess(defect(1), defect(2));
        defective(outcomes.getFirst(), IDENTITY_DOCUMENT_MISSING);
        defective(outcomes.get(1), IDENTITY_DOCUMENT_MISSING);
    }

    @Test
    void oneInReviewStandsAndBlocksTheLater() {
        List<Outcome> outcomes = assess(defect(1), doubt(2), good(3));
        duplicate(outcomes.getFirst(), outcomes.get(1), IDENTITY_DOCUMENT_MISSING, SUPERSEDED);
        review(outcomes.get(1), MEMBER_COUNT_DIFFERS);
        duplicate(outcomes.get(2), outcomes.get(1), HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void anEarlierOneTakesThePlaceOfOneInReview() {
        Outcome held = assess(doubt(2)).getFirst();
        List<Outcome> after = assess(good(1), doubt(2).earlier(held));
        decided(after.getFirst(), 10_000);
        duplicate(after.get(1), after.getFirst(), MEMBER_COUNT_DIFFERS, HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void whenTheStandingOneIsRefusedTheNextIsAssessedAfreshInTheSameRun() {
        List<Outcome> outcomes = assess(doubt(1).refused(), good(2), good(3));
        duplicate(outcomes.getFirst(), outcomes.get(1), MEMBER_COUNT_DIFFERS, REFUSED, SUPERSEDED);
        decided(outcomes.get(1), 10_000);
        duplicate(outcomes.get(2), outcomes.get(1), HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void whenTheStandingOneIsFoundDefectiveTheNextIsAssessedAfresh() {
        Outcome first = assess(good(1), good(2)).getFirst();
        List<Outcome> after = assess(good(1).write(Field.BRANCH, "002").earlier(first), good(2));
        duplicate(after.getFirst(), after.get(1), BRANCH_UNKNOWN, SUPERSEDED);
        decided(after.get(1), 10_000);
    }

    @Test
    void aRefusedOneAloneIsDefective() {
        defective(assess(good(1).refused()).getFirst(), REFUSED);
    }

    @Test
    void theHeadsLaterApplicationWaitsForAMembersEarlierOne() {
        List<Outcome> outcomes =
                assess(Application.by(WIFE, 1).write(Field.HOLDER, HEAD.kana()), good(2));
        review(outcomes.getFirst(), NOT_HEAD);
        duplicate(outcomes.get(1), outcomes.getFirst(), HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void aConfirmedDoubtNoLongerHolds() {
        decided(assess(doubt(1).confirmed(MEMBER_COUNT_DIFFERS)).getFirst(), 10_000);
        review(
                assess(doubt(1).confirmed(MEMBER_COUNT_DIFFERS).receiptConflict()).getFirst(),
                RECEIPT_CONFLICT);
    }

    @Test
    void aConfirmationNeverSettlesADefect() {
        defective(
                assess(defect(1).confirmed(IDENTITY_DOCUMENT_MISSING)).getFirst(),
                IDENTITY_DOCUMENT_MISSING);
    }

    @Test
    void nobodysApplicationIsWhatMatchingSaysOfIt() {
        Outcome stranger = nobodys(NOT_IN_REGISTER);
        assertThat(stranger.state()).isEqualTo(ApplicationState.UNMATCHED);
        review(nobodys(SEVERAL_CANDIDATES), SEVERAL_CANDIDATES);
        review(nobodys(NUMBER_CONTRADICTS), NUMBER_CONTRADICTS);
        review(
                nobodys(NAME_MISSING, IDENTITY_DOCUMENT_MISSING),
                NAME_MISSING,
                IDENTITY_DOCUMENT_MISSING);
        assertThatThrownBy(() -> nobodys()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsInAFileKeepsItsOutcomeEvenIfItsApplicantIsNotFoundAnyMore() {
        Outcome paid = assess(good(1)).getFirst();
        Submission lost = Application.byNobody(NOT_IN_REGISTER).inFile(paid).submission();
        assertThat(Application.RULES.withoutHousehold(lost)).isEqualTo(paid);
    }

    @Test
    void aCorrectedApplicationGivesWayToItsCorrectionWhateverIsWrongWithThat() {
        List<Outcome> outcomes = assess(good(1).replacedBy(2), defect(2), defect(3));
        duplicate(outcomes.getFirst(), outcomes.get(1), SUPERSEDED);
        defective(outcomes.get(1), IDENTITY_DOCUMENT_MISSING);
        List<Outcome> later = assess(defect(1).replacedBy(3), good(2), defect(3));
        assertThat(later.getFirst().duplicateOf()).isEqualTo(3);
        decided(later.get(1), 10_000);
    }

    @Test
    void whatIsInAFileStandsForGoodAlsoWhereSomebodyCorrectedItMeanwhile() {
        Outcome paid = assess(good(1)).getFirst();
        List<Outcome> outcomes = assess(good(1).inFile(paid).replacedBy(2), good(2));
        assertThat(outcomes.getFirst()).isEqualTo(paid);
        duplicate(outcomes.get(1), paid, HOUSEHOLD_ALREADY_APPLIED);
    }

    private static Outcome nobodys(ReasonCode... codes) {
        Application application = Application.byNobody(codes).write(Field.HOLDER, "ヤマダ　タロウ");
        return Application.RULES.withoutHousehold(application.submission());
    }

    private static List<Outcome> assess(Application... applications) {
        return Application.assess(HOUSEHOLD, applications);
    }

    private static Application good(int id) {
        return Application.by(HEAD, id);
    }

    private static Application defect(int id) {
        return good(id).found(IDENTITY_DOCUMENT_MISSING);
    }

    private static Application doubt(int id) {
        return good(id).write(Field.MEMBER_COUNT, "9");
    }
}
