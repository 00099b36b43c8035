package jp.kyufu.dispatch;

import static jp.kyufu.dispatch.Desk.ANOTHER;
import static jp.kyufu.dispatch.Desk.MAKER;
import static jp.kyufu.dispatch.Desk.RELEASER;
import static jp.kyufu.dispatch.Desk.evidence;
import static jp.kyufu.dispatch.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.payment.Ledger;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may have been sent or cancelled waits for evidence, whatever anybody believes. */
class FileDoubtsTest {

    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void release() {
        desk = new Desk(directory, 100).households(1, 4).released(1);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void ishinomaki2016AFileBelievedNotSentIsNotSentAgainUntilThereIsEvidence() {
        desk.sent(1);
        desk.doubts().unknown(1, "the printer was off, no acknowledgement", RELEASER);
        assertThat(desk.build()).isEmpty();
        assertThat(refused(() -> desk.release(1))).contains("Record the bank's evidence");
        assertThat(refused(() -> desk.download(1, "again"))).contains("UNKNOWN");
        assertThat(refused(() -> resendRequest(MAKER))).contains("UNKNOWN");
        assertThat(refused(() -> desk.resend(1, "again", ANOTHER))).contains("UNKNOWN");
        assertThat(
                        refused(() ->
                                desk.ledger.get(FileActs.class).accepted(1, "I am sure", RELEASER)))
                .contains("Record the bank's evidence");
        desk.doubts().neverReceived(1, evidence("fax 17 of the bank"), RELEASER);
        assertThat(desk.state(1)).isEqualTo(FileState.RELEASED);
        assertThat(refused(() -> desk.download(1, "again"))).contains("resend-request");
        resendRequest(MAKER);
        assertThat(desk.resend(1, "again", ANOTHER))
                .hasSameBinaryContentAs(desk.out("out").resolve(desk.story(1).file().name()));
        desk.sent(1);
        assertThat(desk.story(1).sendings())
                .extracting(Sending::kind)
                .containsExactly(
                        Sending.Kind.RELEASE,
                        Sending.Kind.SENT,
                        Sending.Kind.RESEND,
                        Sending.Kind.SENT);
        desk.verified();
    }

    @Test
    void kanagawa2020WhileACancellationIsRequestedTheCorrectedDataCannotBeSent() {
        desk.doubts().cancelRequested(1, "wrong pay date", RELEASER);
        assertThat(desk.build()).isEmpty();
        assertThat(refused(() -> desk.stops().add(1, "dead", MAKER))).contains("cannot be stopped");
        assertThat(refused(() -> post(PaymentState.RETURNED))).contains("1 file 1");
        assertThat(refused(() -> retry(1))).contains("1 file 1");
        assertThat(desk.ledger.state(1)).isEqualTo("RELEASED");
        desk.doubts().executed(1, evidence("the bank's list of the day"), RELEASER);
        assertThat(desk.state(1)).isEqualTo(FileState.ACCEPTED);
        assertThat(desk.ledger.state(1)).isEqualTo("ACCEPTED");
        assertThat(desk.build()).isEmpty();
        desk.verified();
    }

    @Test
    void whatTheBankHasCancelledComesBackAsFindingsAndNothingElseMakesTheNextAttempt() {
        desk.doubts().cancelRequested(1, "wrong pay date", RELEASER);
        desk.doubts().cancelledByBank(1, evidence("confirmation 5 of the bank"), RELEASER);
        assertThat(desk.state(1)).isEqualTo(FileState.CANCELLED);
        assertThat(desk.ledger.count("payment WHERE state = 'RETURNED'")).isEqualTo(4);
        assertThat(desk.ledger.count("finding WHERE code = 'PAYMENT_RETURNED' AND state = 'OPEN'"))
                .isEqualTo(4);
        assertThat(desk.build()).isEmpty();
        assertThat(refused(() -> desk.download(1, "again"))).contains("CANCELLED");
        assertThat(retry(1)).isEqualTo(5);
        desk.verified();
    }

    @Test
    void evidenceSaysWhatWhoAndWhenAndIsKept() {
        desk.doubts().unknown(1, "line cut", RELEASER);
        LocalDate tomorrow = Ledger.TODAY.plusDays(1);
        for (Evidence lacking :
                List.of(
                        new Evidence(" ", "Sato", Ledger.TODAY),
                        new Evidence("fax", "", Ledger.TODAY),
                        new Evidence("fax", "Sato", tomorrow))) {
            assertThatThrownBy(() -> desk.doubts().executed(1, lacking, RELEASER))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("evidence");
        }
        assertThatThrownBy(() -> desk.doubts().executed(1, evidence("fax"), MAKER))
                .isInstanceOf(Refusal.class);
        desk.doubts().executed(1, evidence("fax"), RELEASER);
        assertThat(desk.story(1).doubts())
                .containsExactly(
                        new Doubt(
                                FileState.RELEASED,
                                FileState.UNKNOWN,
                                "line cut",
                                RELEASER,
                                Ledger.TODAY,
                                RELEASER,
                                Ledger.TODAY),
                        new Doubt(
                                FileState.UNKNOWN,
                                FileState.ACCEPTED,
                                "fax",
                                "Sato of the bank",
                                Ledger.TODAY,
                                RELEASER,
                                Ledger.TODAY));
        assertThat(refused(() -> desk.doubts().executed(1, evidence("again"), RELEASER)))
                .contains("ACCEPTED");
        assertThat(desk.ledger.count("audit_event WHERE act = 'files.executed'")).isEqualTo(1);
        desk.verified();
    }

    @Test
    void onlyAReleasedFileCanBeDoubted() {
        desk.households(5, 6);
        desk.build();
        assertThat(refused(() -> desk.doubts().unknown(2, "?", RELEASER))).contains("DRAFT");
        desk.ledger.get(FileActs.class).accepted(1, "receipt 1", RELEASER);
        assertThat(refused(() -> desk.doubts().cancelRequested(1, "?", RELEASER)))
                .contains("CANCEL_REQUESTED");
        desk.verified();
    }

    private void resendRequest(String person) {
        desk.ledger.get(Sendings.class).askToResend(1, "the bank has nothing", person);
    }

    private void post(PaymentState into) {
        Posting posting = new Posting((short) 1, Ledger.TODAY, RELEASER, "TEST", "", "test");
        desk.ledger
                .get(PaymentStore.class)
                .post(posting, new long[] {1}, into, PaymentState.RELEASED);
    }

    private long retry(long payment) {
        return desk.ledger
                .get(PaymentStore.class)
                .retry(payment, (short) 1, Ledger.TODAY, MAKER, "asked", "test");
    }
}
