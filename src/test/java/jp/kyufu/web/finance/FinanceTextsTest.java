package jp.kyufu.web.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kyufu.reconciliation.Bucket;
import jp.kyufu.reconciliation.Outcome;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Words;
import jp.kyufu.web.Texts;
import org.junit.jupiter.api.Test;

/** How the pages of finance say amounts and states. */
class FinanceTextsTest {

    private static final FinanceTexts JAPANESE = new FinanceTexts(new Texts(Locale.JAPANESE));
    private static final FinanceTexts ENGLISH = new FinanceTexts(new Texts(Locale.ENGLISH));

    @Test
    void anAmountIsSaidInGroupsAsItIsReadAloud() {
        assertThat(JAPANESE.aloud(1_234_500_060L, Rail.CASH)).isEqualTo("12億3450万60円");
        assertThat(JAPANESE.aloud(0, Rail.CASH)).isEqualTo("0円");
        assertThat(ENGLISH.aloud(1_200_005, Rail.POINTS)).contains("1 million 200 thousand 5");
    }

    @Test
    void timeLeftIsSaidInDaysOrHoursAndWhatIsTooLateSaysSo() {
        assertThat(ENGLISH.left(Optional.of(185L))).isEqualTo("3 h 5 min left");
        assertThat(ENGLISH.left(Optional.of(-2_945L))).isEqualTo("2 d 1 h too late");
        assertThat(ENGLISH.left(Optional.empty())).isEmpty();
    }

    @Test
    void whateverAnAnswerOrAStateMayBeHasAWord() {
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            Words words = new Words(locale);
            for (Bucket bucket : Bucket.values()) {
                assertThat(words.of("web.bucket." + bucket)).isNotBlank();
            }
            for (Outcome outcome : Outcome.values()) {
                assertThat(words.of("web.outcome." + outcome)).isNotBlank();
            }
            for (FileState state : FileState.values()) {
                assertThat(words.of("web.state.file." + state)).isNotBlank();
            }
            for (PaymentState state : PaymentState.values()) {
                assertThat(words.of("web.state.payment." + state)).isNotBlank();
            }
        }
    }
}
