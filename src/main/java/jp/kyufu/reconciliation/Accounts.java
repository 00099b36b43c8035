package jp.kyufu.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.kyufu.access.People;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.ResultStore.Returned;
import jp.kyufu.value.Check;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts by person, source and version (rule I8). A change is a version of its own with the
 * document that shows it; what was there before stays and is never paid to again (仙台 2022). It is a
 * change of one payment, named by number, never of a name (飯田 2019).
 */
@Component
public class Accounts {

    private final ResultStore store;
    private final AccountListStore lists;
    private final Returns returns;
    private final PaymentStore payments;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            ResultStore store,
            AccountListStore lists,
            Returns returns,
            PaymentStore payments,
            People people,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.returns = returns;
        this.payments = payments;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Changes where a planned payment goes: it is cancelled, and its next attempt goes to the new
     * version.
     *
     * @param evidence the document that shows the payee's wish, such as a copy of the passbook
     * @param person of the office; he or she can then neither approve nor release it
     * @return the number of the new payment
     * @throws Refusal for a payment that is not planned: one in a file is taken out by withdrawing
     *     the file, one that came back is tried again by {@link Returns#retry}; and for an account
     *     that cannot be paid to
     */
    public long change(
            Program program,
            long paymentNo,
            RetryTo to,
            String reason,
            String evidence,
            String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.OFFICE);
        if (reason.isBlank()) {
            throw new Refusal("reconciliation.reasonMissing");
        }
        if (evidence.isBlank()) {
            throw new Refusal("reconciliation.evidenceMissing");
        }
        if (to instanceof RetryTo.SameAccount) {
            throw new Refusal("reconciliation.sameAccount", paymentNo);
        }
        try {
            return Check.present(
                    transaction.execute(_ -> {
                        cancel(program, paymentNo, reason.strip(), person, today);
                        return returns.next(
                                program,
                                paymentNo,
                                to,
                                reason.strip(),
                                evidence.strip(),
                                person,
                                today);
                    }));
        } catch (DataAccessException e) {
            throw Returns.refusal(e, paymentNo);
        }
    }

    /** Every version of where the application of a payment is paid to, oldest first; masked. */
    public List<AccountVersion> versions(Program program, long paymentNo) {
        return store.versions(known(program, paymentNo).applicationId());
    }

    /**
     * Accounts and charge codes that people entered, the newest first.
     *
     * @param before of this moment or earlier; those of the moment only for applications below
     *     {@code application}
     */
    public List<AccountChange> changes(
            Program program, OffsetDateTime before, long application, int rows) {
        return lists.changes(program, before, application, rows);
    }

    private void cancel(
            Program program, long paymentNo, String reason, String person, LocalDate today) {
        Returned planned = known(program, paymentNo);
        if (!planned.state().equals(PaymentState.PLANNED.name())) {
            throw new Refusal("reconciliation.notPlanned", paymentNo, planned.state());
        }
        String cause = "payment " + paymentNo;
        payments.post(
                new Posting(program.id(), today, person, "ACCOUNT", reason, cause),
                new long[] {paymentNo},
                PaymentState.CANCELLED,
                PaymentState.PLANNED);
        store.raiseCancelled(paymentNo);
    }

    private Returned known(Program program, long paymentNo) {
        return store.returned(program, paymentNo)
                .orElseThrow(() -> new Refusal("reconciliation.unknownPayment", paymentNo));
    }
}
