package jp.kyufu.dispatch;

import static jp.kyufu.dispatch.Desk.MAKER;
import static jp.kyufu.dispatch.Desk.RELEASER;
import static jp.kyufu.dispatch.Desk.evidence;
import static jp.kyufu.dispatch.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import jp.kyufu.payment.Ledger;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between release and cut-off a payment can be stopped; until the bank answers it stands still. */
class StopsTest {

    /** Cut-off of {@link Desk#PAY_DAY}: noon of the business day before. */
    private static final LocalDateTime CUT_OFF = LocalDateTime.of(2026, 6, 2, 12, 0);

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
    void aStopShowsItsDeadlineAndNothingButTheBanksAnswerMovesThePayment() {
        Stop stop = desk.stops().add(2, "died yesterday", MAKER);
        assertThat(stop.deadline()).isEqualTo(CUT_OFF);
        assertThat(stop.answer()).isEmpty();
        assertThat(refused(() -> desk.stops().add(2, "again", MAKER)))
                .contains("cannot be stopped");
        for (PaymentState into :
                new PaymentState[] {PaymentState.ACCEPTED, PaymentState.RETURNED}) {
            assertThat(refused(() -> post(2, into))).contains("2 stop 1");
        }
        assertThat(refused(() -> desk.ledger.get(FileActs.class).accepted(1, "ok", RELEASER)))
                .contains("2 stop 1");
        assertThat(desk.ledger.state(2)).isEqualTo("RELEASED");
        post(1, PaymentState.RETURNED);
        assertThat(desk.alarms()).extracting(Alarm::kind).contains(Alarm.Kind.STOP_OPEN);
        desk.verified();
    }

    @Test
    void aConfirmedStopReturnsThePaymentWithAFinding() {
        desk.stops().add(2, "died yesterday", MAKER);
        assertThatThrownBy(() -> desk.stops().confirmed(1, evidence("fax"), MAKER))
                .isInstanceOf(Refusal.class);
        desk.stops().confirmed(1, evidence("fax 3"), RELEASER);
        assertThat(desk.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(
                        desk.ledger.count(
                                "finding WHERE code = 'PAYMENT_RETURNED' AND payment_no = 2"
                                        + " AND detail = 'STOPPED'"))
                .isEqualTo(1);
        assertThat(refused(() -> desk.stops().refused(1, evidence("fax 4"), RELEASER)))
                .contains("recorded");
        assertThat(desk.build()).isEmpty();
        desk.ledger.get(FileActs.class).accepted(1, "receipt", RELEASER);
        assertThat(desk.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(desk.ledger.state(1)).isEqualTo("ACCEPTED");
        desk.verified();
    }

    @Test
    void aRefusedStopLetsThePaymentGoItsWay() {
        desk.stops().add(2, "died yesterday", MAKER);
        desk.stops().refused(1, evidence("too late, says the bank"), RELEASER);
        desk.ledger.get(FileActs.class).accepted(1, "receipt", RELEASER);
        assertThat(desk.ledger.state(2)).isEqualTo("ACCEPTED");
        assertThat(desk.stops().list(desk.ledger.program).getFirst().answer().orElseThrow())
                .isEqualTo(
                        new Stop.Answer(
                                false,
                                "too late, says the bank",
                                "Sato of the bank",
                                Ledger.TODAY));
        desk.verified();
    }

    @Test
    void afterTheCutOffNothingIsStoppedAndTheDatabaseKnowsIt() {
        desk.ledger.at(CUT_OFF);
        desk.stops().add(1, "in the last minute", MAKER);
        desk.ledger.at(CUT_OFF.plusMinutes(1));
        assertThat(refused(() -> desk.stops().add(2, "late", MAKER))).contains("2026-06-02 12:00");
        assertThatThrownBy(() ->
                        desk.ledger
                                .jdbc()
                                .sql(
                                        "SELECT request_stop(2, '2026-06-02 12:01', '2026-06-02 12:00',"
                                                + " 'x', 'y')::text")
                                .query(String.class)
                                .optional())
                .hasMessageContaining("stop_is_in_time");
        desk.verified();
    }

    @Test
    void onlySentTransfersCanBeStopped() {
        desk.households(5, 6); // 5 wants points, 6 is not sent yet
        assertThat(refused(() -> desk.stops().add(6, "x", MAKER))).contains("cannot be stopped");
        desk.released(2, 3);
        assertThat(refused(() -> desk.stops().add(5, "x", MAKER))).contains("cannot be stopped");
        assertThat(refused(() -> desk.stops().add(99, "x", MAKER))).contains("cannot be stopped");
        post(1, PaymentState.RETURNED);
        assertThat(refused(() -> desk.stops().add(1, "x", MAKER))).contains("cannot be stopped");
    }

    @Test
    void theListForTheBankNamesAccountsAndIsFinancesAlone() throws IOException {
        desk.stops().add(2, "died yesterday", MAKER);
        Path list = directory.resolve("stops.txt");
        assertThatThrownBy(() -> desk.stops().print(1, list, MAKER)).isInstanceOf(Refusal.class);
        desk.stops().print(1, list, RELEASER);
        assertThat(Files.readString(list))
                .contains("furikomi-test-2026-000001-20260603.txt", "0000002", "2026-06-02 12:00")
                .doesNotContain("0000001", "died yesterday");
        assertThat(Files.getPosixFilePermissions(list))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(desk.ledger.count("audit_event WHERE act = 'stops.print'")).isEqualTo(1);
        desk.stops().confirmed(1, evidence("fax"), RELEASER);
        assertThat(refused(() -> desk.stops().print(1, list, RELEASER))).contains("no stop");
    }

    private void post(long payment, PaymentState into) {
        Posting posting = new Posting((short) 1, Ledger.TODAY, RELEASER, "TEST", "", "test");
        desk.ledger
                .get(PaymentStore.class)
                .post(posting, new long[] {payment}, into, PaymentState.RELEASED);
    }
}
