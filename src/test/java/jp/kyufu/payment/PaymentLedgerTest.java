package jp.kyufu.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import jp.kyufu.books.Books;
import jp.kyufu.value.PaymentState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;

class PaymentLedgerTest {

    @TempDir Path directory;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new Ledger(directory, 100);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyDecidedApplicationIsPlannedOnceInTheOrderItCame() {
        ledger.households(1, 9);
        assertThat(ledger.plan()).isEqualTo(9);
        assertThat(ledger.plan()).isZero();
        ledger.households(10, 12);
        assertThat(ledger.plan()).isEqualTo(3);
        assertThat(payments()).isSorted().hasSize(12);
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    @Test
    void theSecondHalfOfAPlanningDoesNotEndWithoutTheFirstAndThenHasTheSameNumbers() {
        ledger.households(1, 9);
        assertThatThrownBy(() -> half(5, Long.MAX_VALUE))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(payments()).isEmpty();
        assertThat(half(0, 5)).isEqualTo(5);
        List<Long> first = payments();
        assertThat(half(5, Long.MAX_VALUE)).isEqualTo(4);
        assertThat(payments()).startsWith(first.toArray(Long[]::new)).hasSize(9).isSorted();
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    private int half(long after, long upTo) {
        return ledger.get(PaymentStore.class)
                .plan((short) 1, Ledger.TODAY, "system", "run 1", after, upTo);
    }

    /** The applications of the payments, in order of payment number. */
    private List<Long> payments() {
        return ledger.jdbc()
                .sql("SELECT application_id FROM payment ORDER BY payment_no")
                .query(Long.class)
                .list();
    }

    @Test
    void aHouseholdThatHasALivePaymentIsNotPlannedAgainThroughAnotherApplication() {
        ledger.households(1, 3).plan();
        ledger.owner(
                """
                INSERT INTO application
                SELECT 4294967396, program_id, 2, 'PAPER', 'P0000000001', received_at, NULL, NULL, 0, 0, 0, 0,
                       rail, NULL, '{}', '', '' FROM application WHERE application_id = 4294967297
                """);
        ledger.owner(
                """
                INSERT INTO decision
                SELECT 4294967396, program_id, run_id, state, codes, household_no, rail, amount, residents,
                       members, declined, reserved, NULL FROM decision WHERE application_id = 4294967297
                """);
        ledger.owner(
                """
                INSERT INTO account
                SELECT 4294967396, 1, rail, fingerprint, last3, sealed FROM account
                WHERE application_id = 4294967297
                """);
        assertThat(ledger.plan()).isZero();
        // Even the owner of the tables cannot give a resident a second live share.
        assertThatThrownBy(() ->
                        ledger.owner(
                                """
                                INSERT INTO payment_share
                                SELECT 2, resident_no, program_id, 0, amount, true
                                FROM payment_share WHERE payment_no = 1
                                """))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("payment_share_live_once");
    }

    @Test
    void miyazaki2024APaidRowCanNeitherBeDeletedNorVoided() {
        ledger.households(1, 3).plan();
        for (String sql :
                new String[] {
                    "DELETE FROM payment",
                    "DELETE FROM payment_share",
                    "DELETE FROM payment_event",
                    "UPDATE payment_event SET amount = 1",
                    "UPDATE payment SET amount = 1",
                    "UPDATE payment SET state = 'CANCELLED'",
                    "UPDATE payment_share SET live = false",
                    "UPDATE posting SET person = 'x'",
                    "DELETE FROM dispatch_item",
                    "UPDATE account SET last3 = '1'"
                }) {
            assertThatThrownBy(() -> ledger.jdbc().sql(sql).update())
                    .as("app: " + sql)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> ledger.owner(sql))
                    .as("owner: " + sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void paymentsEnterAndLeaveFilesOnlyWithTheFile() {
        ledger.households(1, 3).plan();
        PaymentStore payments = ledger.get(PaymentStore.class);
        Posting posting = new Posting(ledger.program.id(), Ledger.TODAY, "system", "X", "", "test");
        for (PaymentState into :
                new PaymentState[] {
                    PaymentState.IN_FILE, PaymentState.RELEASED, PaymentState.PLANNED
                }) {
            assertThatThrownBy(() ->
                            payments.post(posting, new long[] {1}, into, PaymentState.PLANNED))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only with their file");
        }
        assertThatThrownBy(() ->
                        ledger.jdbc()
                                .sql("SELECT move_payments(1, '{1}', '{PLANNED}'," + " 'IN_FILE')")
                                .query(Integer.class)
                                .single())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        payments.post(
                                posting,
                                new long[] {1},
                                PaymentState.SETTLED,
                                PaymentState.PLANNED))
                .isInstanceOf(DataAccessException.class);
        assertThat(ledger.state(1)).isEqualTo("PLANNED");
        payments.post(posting, new long[] {1, 2}, PaymentState.CANCELLED, PaymentState.PLANNED);
        assertThatThrownBy(() ->
                        payments.post(
                                posting,
                                new long[] {2, 3},
                                PaymentState.CANCELLED,
                                PaymentState.PLANNED))
                .isInstanceOf(DataAccessException.class);
        assertThat(ledger.state(3)).isEqualTo("PLANNED");
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    @Test
    void aCancelledPaymentIsNotPlannedAnewByARun() {
        ledger.households(1, 1).plan();
        ledger.get(PaymentStore.class)
                .post(
                        new Posting(
                                ledger.program.id(), Ledger.TODAY, "system", "CANCEL", "", "run 2"),
                        new long[] {1},
                        PaymentState.CANCELLED,
                        PaymentState.PLANNED);
        assertThat(ledger.plan()).isZero();
        assertThat(
                        ledger.get(PaymentStore.class)
                                .retry(1, (short) 1, Ledger.TODAY, "office", "again", "finding 1"))
                .isEqualTo(2);
        assertThat(ledger.state(2)).isEqualTo("PLANNED");
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }
}
