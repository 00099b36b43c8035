package jp.kyufu.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.ResultStore.Returned;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The only way to another attempt: a person resolves the finding of the payment that came back. */
@Component
public class Returns {

    private final ResultStore store;
    private final PaymentStore payments;
    private final AccountVersions versions;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Returns(
            ResultStore store,
            PaymentStore payments,
            AccountVersions versions,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.versions = versions;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Resolves the open finding of a returned or cancelled payment and plans its next attempt.
     *
     * @param reason why, in the person's words
     * @param evidence what shows that the payee wants it there, such as a copy of the passbook
     * @param person of the office; he or she can then neither approve nor release it
     * @return the number of the new payment
     * @throws Refusal for a payment without such a finding, an account that cannot be paid to, a
     *     rail the program does not offer, or members who are paid already
     */
    public long retry(
            Program program,
            long paymentNo,
            RetryTo to,
            String reason,
            String evidence,
            String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.OFFICE);
        if (reason.isBlank() || evidence.isBlank()) {
            throw new Refusal("reconciliation.reasonMissing");
        }
        try {
            return Check.present(
                    transaction.execute(_ ->
                            next(
                                    program,
                                    paymentNo,
                                    to,
                                    reason.strip(),
                                    evidence.strip(),
                                    person,
                                    today)));
        } catch (DataAccessException e) {
            throw refusal(e, paymentNo);
        }
    }

    /** The same where no document but the person's words shows it. */
    public long retry(Program program, long paymentNo, RetryTo to, String reason, String person) {
        return retry(program, paymentNo, to, reason, reason, person);
    }

    /** Resolves the finding and plans the next attempt, in the transaction of the caller. */
    long next(
            Program program,
            long paymentNo,
            RetryTo to,
            String reason,
            String evidence,
            String person,
            LocalDate today) {
        Returned old =
                store.returned(program, paymentNo)
                        .orElseThrow(() -> new Refusal("reconciliation.unknownPayment", paymentNo));
        Long finding = old.findingNo();
        if (finding == null) {
            throw new Refusal("reconciliation.noFinding", paymentNo, old.state());
        }
        short version = versions.of(program, old, to, reason, evidence, person, today);
        if (!store.resolve(finding, decision(to), person, reason)) {
            throw new Refusal("reconciliation.noFinding", paymentNo, old.state());
        }
        long next = payments.retry(paymentNo, version, today, person, reason, "finding " + finding);
        audit.record(
                person,
                "returns.retry",
                "payment " + paymentNo,
                Map.of("next", next, "to", decision(to), "finding", finding));
        return next;
    }

    private static String decision(RetryTo to) {
        return switch (to) {
            case RetryTo.NewAccount _ -> "NEW_ACCOUNT";
            case RetryTo.SameAccount _ -> "SAME_ACCOUNT";
            case RetryTo.Points _ -> "POINTS";
            case RetryTo.Wallet _ -> "NEW_WALLET";
        };
    }

    private static Refusal paidElsewhere(PSQLException cause) {
        String[] words =
                String.valueOf(Check.present(cause.getServerErrorMessage()).getDetail())
                        .split(" ", -1);
        return new Refusal("reconciliation.paidElsewhere", words[1], words[2]);
    }

    private static boolean isAboveEntitlement(PSQLException cause) {
        return "live_sum_within_entitlement"
                .equals(Check.present(cause.getServerErrorMessage()).getConstraint());
    }

    static RuntimeException refusal(DataAccessException error, long paymentNo) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)) {
            return error;
        }
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY006" -> new Refusal("reconciliation.nobodyEntitled", paymentNo);
            case "23505" -> new Refusal("reconciliation.alreadyPaid", paymentNo);
            // A member of a difference is paid by another one by now; found at the commit.
            case "23514" ->
                    isAboveEntitlement(cause)
                            ? new Refusal("reconciliation.alreadyPaid", paymentNo)
                            : error;
            case "KY010" -> paidElsewhere(cause);
            case "55000" -> new Refusal("reconciliation.notRetryable", paymentNo);
            default -> error;
        };
    }
}
