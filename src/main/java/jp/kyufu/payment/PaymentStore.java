package jp.kyufu.payment;

import java.time.LocalDate;
import java.util.Arrays;
import jp.kyufu.database.Sql;
import jp.kyufu.value.PaymentState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The published functions of the ledger (V100). Each is part of the caller's transaction; what the
 * ledger refuses comes as a {@code DataAccessException} and changes nothing.
 */
@Component
public class PaymentStore {

    private final JdbcClient jdbc;

    public PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many applications of a program are decided and have no payment, roughly. */
    long waiting(short program) {
        return jdbc.sql(Sql.of(PaymentStore.class, "waiting"))
                .param("program", program)
                .query(Long.class)
                .single();
    }

    /** The last number given; nobody is given another before the end of this transaction. */
    long holdNumbers() {
        return jdbc.sql("SELECT hold_numbers()").query(Long.class).single();
    }

    /**
     * Creates first payments with numbers above {@code after} and not above {@code upTo}.
     *
     * @return how many
     */
    int plan(short program, LocalDate today, String person, String cause, long after, long upTo) {
        return ClosedDay.post(() ->
                jdbc.sql(
                                "SELECT plan_payments(:program, :today, :person, :cause, :after,"
                                        + " :up_to)")
                        .param("program", program)
                        .param("today", today)
                        .param("person", person)
                        .param("cause", cause)
                        .param("after", after)
                        .param("up_to", upTo)
                        .query(Integer.class)
                        .single());
    }

    /** A build that took the payments for none would look up each by itself. */
    void refreshStatistics() {
        jdbc.sql("SELECT refresh_statistics('payment')::text").query(String.class).optional();
    }

    /**
     * Creates attempt n + 1 of a payment that was returned or cancelled. Only the resolution of
     * that payment's finding may ask for it.
     *
     * @param accountVersion where the new attempt goes
     * @return its number
     */
    public long retry(
            long payment,
            short accountVersion,
            LocalDate today,
            String person,
            String reason,
            String cause) {
        return ClosedDay.post(() ->
                jdbc.sql("SELECT plan_retry(:payment, :version, :today, :person, :reason, :cause)")
                        .param("payment", payment)
                        .param("version", accountVersion)
                        .param("today", today)
                        .param("person", person)
                        .param("reason", reason)
                        .param("cause", cause)
                        .query(Long.class)
                        .single());
    }

    /**
     * Cancels the planned payments that decisions no longer want: their application does not stand
     * any more, or their residents are others now (V106).
     *
     * @param cause the run that decided
     * @return how many; 0 the second time
     */
    public int cancelUnwanted(short program, LocalDate today, String person, String cause) {
        return ClosedDay.post(() ->
                jdbc.sql("SELECT cancel_unwanted(:program, :today, :person, :cause)")
                        .param("program", program)
                        .param("today", today)
                        .param("person", person)
                        .param("cause", cause)
                        .query(Integer.class)
                        .single());
    }

    /**
     * Moves payments with one posting, all or none.
     *
     * @param into ACCEPTED, SETTLED, RETURNED or CANCELLED; into a file and out of it payments move
     *     only with the file
     * @param from the states they may be in
     */
    public void post(Posting posting, long[] payments, PaymentState into, PaymentState... from) {
        if (payments.length == 0) {
            return;
        }
        ClosedDay.post(() ->
                jdbc.sql(Sql.of(PaymentStore.class, "post"))
                        .param("program", posting.program())
                        .param("day", posting.day())
                        .param("person", posting.person())
                        .param("act", posting.act())
                        .param("why", posting.why())
                        .param("cause", posting.cause())
                        .param("payments", payments)
                        .param("from", Arrays.stream(from).map(Enum::name).toArray(String[]::new))
                        .param("into", into.name())
                        .query(Integer.class)
                        .single());
    }

    /** Whether a program has a payment in any state: its promises stand from then on. */
    public boolean anyPayment(short program) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM payment WHERE program_id = :program)")
                .param("program", program)
                .query(Boolean.class)
                .single();
    }
}
