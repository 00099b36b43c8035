package jp.kyufu.assessment;

import static jp.kyufu.assessment.Family.CHILD;
import static jp.kyufu.assessment.Family.HEAD;
import static jp.kyufu.assessment.Family.MOTHER;
import static jp.kyufu.assessment.Family.REFERENCE;
import static jp.kyufu.assessment.Family.WIFE;
import static jp.kyufu.assessment.Family.YOUNGER;
import static jp.kyufu.assessment.Family.born;
import static jp.kyufu.assessment.Family.guarded;
import static jp.kyufu.assessment.Family.head;
import static jp.kyufu.assessment.Family.left;
import static jp.kyufu.assessment.Family.notEntitled;
import static jp.kyufu.assessment.OutcomeAssert.decided;
import static jp.kyufu.assessment.OutcomeAssert.duplicate;
import static jp.kyufu.assessment.OutcomeAssert.nothingDue;
import static jp.kyufu.assessment.OutcomeAssert.review;
import static jp.kyufu.value.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyufu.intake.Field;
import org.junit.jupiter.api.Test;

/** File contract §9, protected members; incidents 仙台 2020, 浜松. */
class ProtectedMembersTest {

    private static final Member GUARDED = guarded(WIFE);
    private static final Member GUARDED_CHILD = guarded(CHILD);

    @Test
    void theShareOfAProtectedMemberIsReservedWhoeverAppliesOrNot() {
        Outcome outcome = Application.by(HEAD).alone(HEAD, GUARDED, CHILD);
        decided(outcome, 10_000);
        assertThat(outcome.reserved()).containsExactly(GUARDED.residentNo());
        assertThat(outcome.members()).isNull();
    }

    @Test
    void 仙台_aProtectedMemberIsPaidApartInEitherOrder() {
        Household household = Family.of(HEAD, GUARDED, GUARDED_CHILD, YOUNGER);
        for (long first : new long[] {1, 3}) {
            List<Outcome> outcomes =
                    Application.assess(
                            household, Application.by(HEAD, 2), Application.by(GUARDED, first));
            decided(outcomes.getFirst(), 10_000);
            decided(outcomes.get(1), 10_000);
            assertThat(outcomes.get(1).members()).containsExactly("2", "3");
        }
    }

    @Test
    void 仙台_theOtherOrderAfterTheFirstIsInAFile() {
        Household household = Family.of(HEAD, GUARDED, GUARDED_CHILD);
        Outcome head = Application.by(HEAD, 1).alone(HEAD, GUARDED, GUARDED_CHILD);
        List<Outcome> after =
                Application.assess(
                        household,
                        Application.by(HEAD, 1).inFile(head),
                        Application.by(GUARDED, 2));
        decided(after.getFirst(), 5_000);
        decided(after.get(1), 10_000);
        Outcome own = Application.by(GUARDED, 1).alone(HEAD, GUARDED, GUARDED_CHILD);
        after =
                Application.assess(
                        household, Application.by(GUARDED, 1).inFile(own), Application.by(HEAD, 2));
        decided(after.getFirst(), 10_000);
        decided(after.get(1), 5_000);
    }

    @Test
    void aProtectedMemberWhoAppliesTwiceIsPaidOnce() {
        List<Outcome> outcomes =
                Application.assess(
                        Family.of(HEAD, GUARDED),
                        Application.by(GUARDED, 1),
                        Application.by(GUARDED, 2),
                        Application.by(HEAD, 3));
        decided(outcomes.getFirst(), 5_000);
        duplicate(outcomes.get(1), outcomes.getFirst(), HOUSEHOLD_ALREADY_APPLIED);
        decided(outcomes.get(2), 5_000);
    }

    @Test
    void aProtectedHeadAppliesForTheWholeHousehold() {
        Member protectedHead = guarded(HEAD);
        decided(Application.by(protectedHead).alone(protectedHead, GUARDED, CHILD), 15_000);
        review(
                Application.by(GUARDED).alone(protectedHead, GUARDED, CHILD),
                NOT_HEAD,
                HOLDER_IS_MEMBER);
    }

    @Test
    void onlyProtectedChildrenGoWithTheProtectedMember() {
        decided(Application.by(GUARDED).alone(HEAD, GUARDED, CHILD), 5_000);
        decided(
                Application.by(GUARDED).alone(HEAD, GUARDED, GUARDED_CHILD, guarded(YOUNGER)),
                15_000);
    }

    @Test
    void whoIsEighteenOnTheReferenceDateAppliesAlone() {
        Member adult = born(GUARDED_CHILD, REFERENCE.minusYears(18));
        Member minor = born(GUARDED_CHILD, REFERENCE.minusYears(18).plusDays(1));
        Member unknown = born(GUARDED_CHILD, null);
        decided(Application.by(GUARDED).alone(HEAD, GUARDED, adult), 5_000);
        decided(Application.by(GUARDED).alone(HEAD, GUARDED, minor), 10_000);
        decided(Application.by(GUARDED).alone(HEAD, GUARDED, unknown), 5_000);
    }

    @Test
    void twoWhoCouldClaimTheSameChildAreLookedAt() {
        Member grandmother = guarded(MOTHER);
        Household household = Family.of(HEAD, GUARDED, grandmother, GUARDED_CHILD);
        List<Outcome> outcomes =
                Application.assess(
                        household,
                        Application.by(GUARDED, 1),
                        Application.by(grandmother, 2),
                        Application.by(HEAD, 3));
        review(outcomes.getFirst(), RESERVED_UNCLEAR);
        review(outcomes.get(1), RESERVED_UNCLEAR);
        decided(outcomes.get(2), 5_000);
    }

    @Test
    void twoProtectedAdultsWithoutAChildClaimTheirOwn() {
        Member grandmother = guarded(MOTHER);
        List<Outcome> outcomes =
                Application.assess(
                        Family.of(HEAD, GUARDED, grandmother, CHILD),
                        Application.by(GUARDED, 1),
                        Application.by(grandmother, 2));
        decided(outcomes.getFirst(), 5_000);
        decided(outcomes.get(1), 5_000);
    }

    @Test
    void aContestedChildIsGivenToOneByAPersonAndNeverToTwo() {
        Member grandmother = guarded(MOTHER);
        Household household = Family.of(HEAD, GUARDED, grandmother, GUARDED_CHILD);
        List<Outcome> both =
                Application.assess(
                        household,
                        Application.by(GUARDED, 1).confirmed(RESERVED_UNCLEAR),
                        Application.by(grandmother, 2).confirmed(RESERVED_UNCLEAR));
        decided(both.getFirst(), 10_000);
        review(both.get(1), RESERVED_UNCLEAR);
        List<Outcome> parted =
                Application.assess(
                        household,
                        Application.by(GUARDED, 1).confirmed(RESERVED_UNCLEAR),
                        Application.by(grandmother, 2).decliners(GUARDED_CHILD));
        decided(parted.getFirst(), 10_000);
        decided(parted.get(1), 5_000);
    }

    @Test
    void aProtectedChildAloneClaimsItsOwnShare_butNotBesideSomebodyWhoCouldClaimIt() {
        decided(Application.by(GUARDED_CHILD).alone(HEAD, GUARDED_CHILD), 5_000);
        review(Application.by(GUARDED_CHILD).alone(HEAD, GUARDED, GUARDED_CHILD), RESERVED_UNCLEAR);
        review(
                Application.by(GUARDED_CHILD).alone(HEAD, GUARDED_CHILD, guarded(YOUNGER)),
                RESERVED_UNCLEAR);
    }

    @Test
    void theHeadsAccountIsNotThatOfAProtectedMember() {
        review(
                Application.by(GUARDED).write(Field.HOLDER, HEAD.kana()).alone(HEAD, GUARDED),
                HOLDER_IS_MEMBER);
        review(
                Application.by(HEAD).write(Field.HOLDER, GUARDED.kana()).alone(HEAD, GUARDED),
                HOLDER_IS_MEMBER);
    }

    @Test
    void theHeadLeavingTakesNothingFromAProtectedMember() {
        decided(Application.by(GUARDED).alone(left(HEAD, "2026-03-01"), GUARDED), 5_000);
    }

    @Test
    void aProtectedMemberWhoLeftIsLookedAt() {
        Member since = left(GUARDED, "2026-02-01");
        review(Application.by(since).alone(HEAD, since), HEAD_LEFT);
        Member before = left(GUARDED, "2025-12-31");
        review(
                Application.by(before)
                        .write(Field.HOLDER, HEAD.kana())
                        .alone(HEAD, before, GUARDED_CHILD),
                NOT_HEAD);
    }

    @Test
    void whereTheHeadIsUnclearSharesStayReservedAndEveryClaimIsLookedAt() {
        review(Application.by(GUARDED).alone(GUARDED, MOTHER), HEAD_UNCLEAR);
        Outcome mixed = Application.by(HEAD).alone(HEAD, head(guarded(MOTHER)), GUARDED);
        review(mixed, HEAD_UNCLEAR);
        assertThat(mixed.reserved()).containsExactly(GUARDED.residentNo());
    }

    @Test
    void nothingIsLeftForAHeadWhenEveryEntitledMemberIsReserved() {
        Member arrived = notEntitled(HEAD);
        nothingDue(Application.by(arrived).alone(arrived, GUARDED), NOT_ENTITLED);
        decided(Application.by(GUARDED).alone(arrived, GUARDED), 5_000);
    }

    @Test
    void whoBecomesProtectedAfterBeingPaidWithTheHouseholdIsLookedAt() {
        Outcome paid = Application.by(HEAD, 1).alone(HEAD, WIFE);
        List<Outcome> outcomes =
                Application.assess(
                        Family.of(HEAD, GUARDED),
                        Application.by(HEAD, 1).inFile(paid),
                        Application.by(GUARDED, 2));
        decided(outcomes.getFirst(), 10_000);
        review(outcomes.get(1), RESERVED_UNCLEAR);
    }

    @Test
    void whoWasPaidApartAndIsNoLongerProtectedIsNotPaidAgainWithTheHead() {
        Outcome paid = Application.by(GUARDED, 1).alone(HEAD, GUARDED, CHILD);
        List<Outcome> outcomes =
                Application.assess(
                        Family.of(HEAD, WIFE, CHILD),
                        Application.by(WIFE, 1).inFile(paid),
                        Application.by(HEAD, 2));
        decided(outcomes.getFirst(), 5_000);
        review(outcomes.get(1), RESERVED_UNCLEAR);
    }
}
