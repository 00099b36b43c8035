package jp.kyufu.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 札幌 2020: a sentence for every state there is, and no code in any of them. */
class SituationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void sapporo2020EveryStateHasASentenceInBothLanguagesAndNoneShowsACode() {
        List<Standing> all = everyState();
        assertThat(all).hasSizeGreaterThan(200);
        for (Standing standing : all) {
            Situation situation = Situation.of(standing, TODAY);
            String key =
                    "inquiry.say."
                            + situation
                            + (situation.isOfRail() ? "." + standing.rail() : "");
            for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                String said = new Words(language).of(key, "D", "A", "D", "3");
                assertThat(said).as(key).isNotBlank().doesNotContainPattern("[A-Z]{4}|[A-Z]_");
            }
        }
    }

    @Test
    void whatEveryDefectAsksForIsASentence() {
        for (ReasonCode code : ReasonCode.values()) {
            if (code.kind() == ReasonCode.Kind.DEFECTIVE) {
                assertThat(new Words(Locale.JAPANESE).of("inquiry.missing." + code)).isNotBlank();
                assertThat(new Words(Locale.ENGLISH).of("inquiry.missing." + code)).isNotBlank();
            }
        }
    }

    @Test
    void everythingThatHappensHasWords() {
        Words words = new Words(Locale.JAPANESE);
        for (ApplicationState state : ApplicationState.values()) {
            assertThat(words.of("inquiry.happened.state." + state)).isNotBlank();
        }
        for (PaymentState state : PaymentState.values()) {
            assertThat(words.of("inquiry.happened.payment." + state, "A")).isNotBlank();
        }
        for (Case.Certainty certainty : Case.Certainty.values()) {
            if (certainty != Case.Certainty.FIXED) {
                assertThat(words.of("inquiry.expected." + certainty, "D")).isNotBlank();
            }
        }
        for (Situation one :
                List.of(
                        Situation.NOT_APPLIED_BEFORE,
                        Situation.NOT_APPLIED,
                        Situation.NOT_APPLIED_AFTER,
                        Situation.NOT_ENTITLED)) {
            assertThat(words.of("inquiry.say." + one, "D", "D")).isNotBlank();
        }
    }

    @Test
    void aProtectedPersonsCaseIsToldAsOthersAreOfWhichOnlyTheOfficeSpeaks() {
        Standing hers = standing("DECIDED", List.of(), true, false, null);
        Standing shared = standing("REVIEW", List.of("SHARED_ACCOUNT"), false, true, null);
        assertThat(Situation.of(hers, TODAY))
                .isEqualTo(Situation.of(shared, TODAY))
                .isEqualTo(Situation.OFFICE);
    }

    @Test
    void aFileInDoubtIsNeverToldAsPaidOrComing() {
        for (FileState doubt :
                List.of(FileState.UNKNOWN, FileState.CANCEL_REQUESTED, FileState.CANCELLED)) {
            Standing standing =
                    standing(
                            "DECIDED",
                            List.of(),
                            false,
                            false,
                            payment(PaymentState.RELEASED, Rail.CASH, doubt, TODAY.plusDays(3)));
            assertThat(Situation.of(standing, TODAY)).isEqualTo(Situation.UNCLEAR);
        }
    }

    private static List<Standing> everyState() {
        List<Standing> all = new ArrayList<>();
        all.add(standing("", List.of(), false, false, null));
        for (ApplicationState state : ApplicationState.values()) {
            for (boolean open : new boolean[] {false, true}) {
                all.add(standing(state.name(), List.of(), false, open, null));
                for (PaymentState payment : PaymentState.values()) {
                    for (Rail rail : Rail.values()) {
                        for (FileState file : FileState.values()) {
                            LocalDate day = rail == Rail.CASH ? TODAY.plusDays(1) : null;
                            all.add(
                                    standing(
                                            state.name(),
                                            List.of(),
                                            false,
                                            open,
                                            payment(payment, rail, file, day)));
                        }
                    }
                }
            }
        }
        for (ReasonCode code : ReasonCode.values()) {
            all.add(standing(code.state().name(), List.of(code.name()), false, true, null));
        }
        return all;
    }

    private static Standing.Payment payment(
            PaymentState state, Rail rail, FileState file, @Nullable LocalDate day) {
        return new Standing.Payment(
                state, rail, 5_000, file, day, false, "123", TODAY.atStartOfDay());
    }

    private static Standing standing(
            String state,
            List<String> codes,
            boolean guarded,
            boolean open,
            Standing.@Nullable Payment payment) {
        return new Standing(
                1,
                "W1",
                "ONLINE",
                LocalDateTime.of(2026, 4, 1, 9, 0),
                "f",
                state,
                codes,
                "1",
                "1",
                "NUMBER",
                payment == null ? Rail.CASH : payment.rail(),
                5_000L,
                1,
                null,
                guarded,
                open,
                payment);
    }
}
