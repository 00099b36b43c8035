package jp.kyufu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.ReasonCode;

/** What tests ask of an outcome: its state with exactly these codes. */
final class OutcomeAssert {

    private OutcomeAssert() {}

    static void decided(Outcome outcome, long amount, ReasonCode... notes) {
        is(outcome, ApplicationState.DECIDED, notes);
        assertThat(outcome.amount()).isEqualTo(amount);
    }

    static void review(Outcome outcome, ReasonCode... codes) {
        is(outcome, ApplicationState.REVIEW, codes);
    }

    static void defective(Outcome outcome, ReasonCode... codes) {
        is(outcome, ApplicationState.DEFECTIVE, codes);
    }

    static void nothingDue(Outcome outcome, ReasonCode... codes) {
        is(outcome, ApplicationState.NOTHING_DUE, codes);
    }

    static void duplicate(Outcome outcome, Outcome of, ReasonCode... codes) {
        is(outcome, ApplicationState.DUPLICATE, codes);
        assertThat(outcome.duplicateOf()).isEqualTo(of.applicationId());
    }

    private static void is(Outcome outcome, ApplicationState state, ReasonCode... codes) {
        assertThat(outcome.codes()).containsExactlyInAnyOrder(codes);
        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.duplicateOf() != null).isEqualTo(state == ApplicationState.DUPLICATE);
    }
}
