package jp.kyufu.payment;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import jp.kyufu.value.Check;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the first payments of a program: a city's in two transactions side by side, because one
 * connection keeps one core busy. The second ends only after the first (V100), so numbers have no
 * gap whatever is killed, and planning again gives the rest the same numbers.
 */
@Component
public class Planning {

    /** Fewer payments than this are planned in one transaction. */
    private static final long WORTH_SPLITTING = 10_000;

    /** Paid in another program meanwhile; serialization failure; deadlock. */
    private static final Set<String> OVERTAKEN = Set.of("KY010", "40001", "40P01");

    private static final long NO_END = 9_999_999_999L;

    private final PaymentStore store;
    private final TransactionTemplate transaction;

    Planning(PaymentStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Creates the first payment of every decided application that never had one; never a retry.
     * Never part of a transaction of the caller: the second half waits for the end of the first.
     *
     * @param cause the run that decided
     * @return how many; 0 the second time
     */
    public int run(short program, LocalDate today, String person, String cause) {
        long waiting = store.waiting(program);
        long half = waiting < WORTH_SPLITTING ? NO_END : waiting / 2;
        AtomicReference<CompletableFuture<Integer>> rest = new AtomicReference<>();
        int made = 0;
        try {
            made +=
                    Check.present(
                            transaction.execute(_ -> {
                                long last = store.holdNumbers();
                                long upTo = Math.min(last + half, NO_END);
                                if (upTo < NO_END) {
                                    rest.set(
                                            CompletableFuture.supplyAsync(() ->
                                                    store.plan(
                                                            program, today, person, cause, upTo,
                                                            NO_END)));
                                }
                                return store.plan(program, today, person, cause, last, upTo);
                            }));
        } finally {
            made += rest.get() == null ? 0 : ended(rest.get());
        }
        if (made > 0) {
            store.refreshStatistics();
        }
        return made;
    }

    /**
     * Whether a run failed because somebody made payments at the same moment: of the same numbers,
     * or of residents whom a program beside this one excludes (V103). Assessing once more sees
     * them.
     */
    public static boolean overtaken(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof PSQLException cause
                && OVERTAKEN.contains(String.valueOf(cause.getSQLState()));
    }

    private static int ended(CompletableFuture<Integer> rest) {
        try {
            return rest.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
