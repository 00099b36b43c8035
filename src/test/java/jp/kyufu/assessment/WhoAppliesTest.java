package jp.kyufu.assessment;

import static jp.kyufu.assessment.Family.CHILD;
import static jp.kyufu.assessment.Family.HEAD;
import static jp.kyufu.assessment.Family.MOTHER;
import static jp.kyufu.assessment.Family.WIFE;
import static jp.kyufu.assessment.Family.head;
import static jp.kyufu.assessment.Family.left;
import static jp.kyufu.assessment.Family.notEntitled;
import static jp.kyufu.assessment.OutcomeAssert.decided;
import static jp.kyufu.assessment.OutcomeAssert.defective;
import static jp.kyufu.assessment.OutcomeAssert.duplicate;
import static jp.kyufu.assessment.OutcomeAssert.nothingDue;
import static jp.kyufu.assessment.OutcomeAssert.review;
import static jp.kyufu.value.ReasonCode.*;

import java.util.List;
import jp.kyufu.intake.Field;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File contract §9: who applies; incidents 名古屋, 笛吹, 上峰. */
class WhoAppliesTest {

    @Test
    void theHeadAppliesForEverybody() {
        decided(Application.by(HEAD).alone(HEAD, WIFE, CHILD), 15_000);
        decided(Application.by(HEAD).rail(Rail.POINTS).alone(HEAD, WIFE, CHILD), 18_000);
    }

    @Test
    void anotherMemberIsLookedAt() {
        review(Application.by(WIFE).write(Field.HOLDER, HEAD.kana()).alone(HEAD, WIFE), NOT_HEAD);
    }

    @Test
    void everyDoubtIsListedBesideTheOther() {
        review(Application.by(WIFE).alone(HEAD, WIFE), NOT_HEAD, HOLDER_IS_MEMBER);
    }

    @Test
    void aProxyAppliesForTheHead() {
        decided(Application.by(HEAD).proxy("佐藤　次郎", "サトウ　ジロウ", "甥").alone(HEAD, WIFE), 10_000);
    }

    @Test
    void aMemberAppliesAsProxy() {
        decided(
                Application.by(WIFE)
                        .proxy(WIFE.name(), WIFE.kana(), "妻")
                        .write(Field.HOLDER, HEAD.kana())
                        .alone(HEAD, WIFE),
                10_000);
    }

    @Test
    void anIncompleteProxyIsADefectAndNoDoubtAboutTheHeadBesideIt() {
        defective(
                Application.by(WIFE)
                        .proxy(WIFE.name(), "", "妻")
                        .found(PROXY_INCOMPLETE)
                        .write(Field.HOLDER, HEAD.kana())
                        .alone(HEAD, WIFE),
                PROXY_INCOMPLETE);
    }

    @Test
    void aHouseholdWithoutHeadIsLookedAt() {
        review(Application.by(WIFE).rail(Rail.POINTS).alone(WIFE, CHILD), HEAD_UNCLEAR);
        review(Application.by(WIFE).alone(WIFE, CHILD), HEAD_UNCLEAR, HOLDER_IS_MEMBER);
    }

    @Test
    void aHouseholdOfTwoHeadsIsLookedAtWhicheverOfThemApplies() {
        Member other = head(WIFE);
        review(Application.by(HEAD).alone(HEAD, other), HEAD_UNCLEAR);
        review(Application.by(other).alone(HEAD, other), HEAD_UNCLEAR);
        review(
                Application.by(CHILD).rail(Rail.POINTS).alone(HEAD, other, CHILD),
                HEAD_UNCLEAR,
                NOT_HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2026-01-01"})
    void aHeadWhoLeftByTheReferenceDateIsNoHead(String day) {
        Member gone = left(HEAD, day);
        review(Application.by(WIFE).rail(Rail.POINTS).alone(gone, WIFE), HEAD_UNCLEAR);
        review(Application.by(gone).rail(Rail.POINTS).alone(gone, WIFE), HEAD_UNCLEAR);
        decided(Application.by(WIFE).alone(gone, head(WIFE), CHILD), 10_000);
        review(
                Application.by(gone)
                        .proxy(WIFE.name(), WIFE.kana(), "妻")
                        .rail(Rail.POINTS)
                        .alone(gone, head(WIFE)),
                NOT_HEAD);
    }

    @Test
    void aHeadWhoLeftAfterTheReferenceDateIsLookedAtWhoeverSigns() {
        Member gone = left(HEAD, "2026-01-02");
        review(Application.by(gone).alone(gone, WIFE), HEAD_LEFT);
        review(Application.by(WIFE).rail(Rail.POINTS).alone(gone, WIFE), HEAD_LEFT, NOT_HEAD);
        review(Application.by(gone).proxy("佐藤　次郎", "サトウ　ジロウ", "甥").alone(gone, WIFE), HEAD_LEFT);
    }

    @Test
    void aNewHeadBesideOneWhoLeftIsLookedAt() {
        review(
                Application.by(WIFE).alone(left(HEAD, "2026-02-01"), head(WIFE)),
                HEAD_LEFT,
                HEAD_UNCLEAR);
    }

    @Test
    void nobodyIsProxyOfAMemberWhoIsGone() {
        Member gone = left(WIFE, "2026-02-01");
        review(
                Application.by(gone)
                        .proxy("佐藤　次郎", "サトウ　ジロウ", "甥")
                        .rail(Rail.POINTS)
                        .alone(HEAD, gone),
                NOT_HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2026-01-01"})
    void 名古屋_nothingIsDueToASinglePersonWhoDiedByTheReferenceDate(String day) {
        Member dead = left(HEAD, day);
        nothingDue(Application.by(dead).alone(dead), NOT_ENTITLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-04-05"})
    void 名古屋_aSinglePersonWhoDiedSinceIsLookedAt(String day) {
        Member dead = left(HEAD, day);
        Outcome outcome = Application.by(dead).alone(dead);
        review(outcome, HEAD_LEFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2026-01-01"})
    void 名古屋_aMemberWhoDiedByTheReferenceDateHasNoShare(String day) {
        decided(Application.by(HEAD).alone(HEAD, left(WIFE, day), CHILD), 10_000);
    }

    @Test
    void 名古屋_aMemberWhoDiedSinceKeepsItsShareAndTakesNobodyElses() {
        decided(Application.by(HEAD).alone(HEAD, left(WIFE, "2026-01-02"), CHILD), 15_000);
    }

    @Test
    void 名古屋_aDeathBetweenDecisionAndFileHolds_afterTheFileNothingChanges() {
        Application application = Application.by(HEAD);
        Outcome first = application.alone(HEAD, WIFE);
        decided(first, 10_000);
        Member dead = left(HEAD, "2026-04-01");
        review(application.earlier(first).alone(dead, WIFE), HEAD_LEFT);
        decided(application.inFile(first).alone(dead, WIFE), 10_000);
        Member gone = left(WIFE, "2026-04-01");
        decided(Application.by(HEAD).earlier(first).alone(HEAD, gone), 10_000);
    }

    @Test
    void 笛吹_whoArrivedAfterTheReferenceDateHasNoShareAndIsNoHindrance() {
        decided(
                Application.by(HEAD)
                        .write(Field.MEMBER_COUNT, "2")
                        .alone(HEAD, WIFE, notEntitled(CHILD)),
                10_000);
        nothingDue(Application.by(notEntitled(HEAD)).alone(notEntitled(HEAD)), NOT_ENTITLED);
    }

    @Test
    void 上峰_theHouseholdOfAHeadWhoDiedBetweenRoundsIsStillTheSameHousehold() {
        Outcome paid = Application.by(HEAD, 1).alone(HEAD, WIFE);
        Member dead = left(HEAD, "2026-04-01");
        List<Outcome> outcomes =
                Application.assess(
                        Family.of(dead, head(WIFE), MOTHER),
                        Application.by(HEAD, 1).inFile(paid),
                        Application.by(WIFE, 2));
        decided(outcomes.getFirst(), 10_000);
        duplicate(outcomes.get(1), paid, HEAD_LEFT, HEAD_UNCLEAR, HOUSEHOLD_ALREADY_APPLIED);
    }

    @Test
    void aHouseholdNobodyOfWhichIsEntitledIsDueNothingWhateverElseIsWrong() {
        nothingDue(
                Application.by(notEntitled(HEAD))
                        .found(IDENTITY_DOCUMENT_MISSING)
                        .received("2026-08-01T00:00")
                        .alone(notEntitled(HEAD)),
                NOT_ENTITLED,
                IDENTITY_DOCUMENT_MISSING,
                OUTSIDE_WINDOW);
    }
}
