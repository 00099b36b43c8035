package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.dispatch.FileOutcomes;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.reconciliation.ClearingStore.Debit;
import jp.kyufu.reconciliation.ClearingStore.Return;
import jp.kyufu.value.PaymentState;
import org.springframework.stereotype.Component;

/**
 * 消込: finds what the lines of statements stand for. A debit is a file's if account, consignor, pay
 * date and sum agree and no other file or line fits; as many debits as files that fit each other,
 * all known to be accepted, are those of all these files; a credit is a payment that came back if
 * it names the payment's number and amount, else the credits of one day are the returns of one day
 * if their sums agree and no other day fits. Everything else waits for a person: an amount alone
 * proves nothing.
 */
@Component
class Clearing {

    private static final String DEBIT = "DEBIT";
    private static final String RETURN = "RETURN";

    private final ClearingStore store;
    private final PaymentStore payments;
    private final FileOutcomes files;

    Clearing(ClearingStore store, PaymentStore payments, FileOutcomes files) {
        this.store = store;
        this.payments = payments;
        this.files = files;
    }

    /** Clears what can be cleared now, as part of the caller's transaction. */
    void run(LocalDate today, String person) {
        debits(today, person);
        returnsByNumber(today, person);
        store.returnsOfADay(today, person);
        store.finishedFiles()
                .forEach((program, finished) -> files.settle(finished, today, person, "statement"));
    }

    /** A debit is the evidence that the bank accepted the file. */
    private void debits(LocalDate today, String person) {
        List<Debit> debits = store.debits();
        if (debits.isEmpty()) {
            return;
        }
        for (Debit debit : debits) {
            if (debit.accepts()) {
                String evidence = "statement line " + debit.head();
                files.accept(new int[] {debit.fileNo()}, today, person, evidence);
            }
        }
        long[] lines = debits.stream().mapToLong(Debit::lineNo).toArray();
        int[] fileNos = debits.stream().mapToInt(Debit::fileNo).toArray();
        long[] heads = debits.stream().mapToLong(Debit::head).toArray();
        store.clear(DEBIT, today, person, "file", lines, heads, fileNos, heads);
    }

    private void returnsByNumber(LocalDate today, String person) {
        List<Return> returns = store.returnsByNumber();
        if (returns.isEmpty()) {
            return;
        }
        int[] accepts =
                returns.stream()
                        .map(Return::acceptsFile)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .toArray();
        files.accept(accepts, today, person, "statement");
        Map<Short, List<Return>> fresh =
                returns.stream()
                        .filter(r -> r.state() != PaymentState.RETURNED)
                        .collect(
                                Collectors.groupingBy(
                                        Return::program, TreeMap::new, Collectors.toList()));
        fresh.forEach((program, came) -> {
            long[] numbers = came.stream().mapToLong(Return::paymentNo).toArray();
            payments.post(
                    new Posting(program, today, person, "STATEMENT", "", cause(came)),
                    numbers,
                    PaymentState.RETURNED,
                    PaymentState.ACCEPTED,
                    PaymentState.SETTLED);
            store.raiseReturned(numbers);
        });
        long[] lines = returns.stream().mapToLong(Return::lineNo).toArray();
        long[] numbers = returns.stream().mapToLong(Return::paymentNo).toArray();
        store.clearPayments(RETURN, today, person, "number", lines, lines, numbers, lines);
    }

    private static String cause(List<Return> came) {
        long first = came.getFirst().lineNo();
        long last = came.getLast().lineNo();
        return first == last
                ? "statement line " + first
                : "statement lines " + first + " to " + last;
    }

    /**
     * Clears lines by a person's word: one group whose sums must agree.
     *
     * @param fileNos files that the lines paid, or none
     * @param paymentNos returned payments that the lines brought back, or none
     */
    void byHand(
            LocalDate today,
            String person,
            String reason,
            long[] lines,
            int[] fileNos,
            long[] paymentNos) {
        long head = java.util.Arrays.stream(lines).min().orElseThrow();
        long[] heads = heads(lines.length, head);
        if (paymentNos.length == 0) {
            store.clear(
                    DEBIT,
                    today,
                    person,
                    reason,
                    lines,
                    heads,
                    fileNos,
                    heads(fileNos.length, head));
            files.accept(store.accepted(fileNos), today, person, "statement line " + head);
        } else {
            store.clearPayments(
                    RETURN,
                    today,
                    person,
                    reason,
                    lines,
                    heads,
                    paymentNos,
                    heads(paymentNos.length, head));
        }
    }

    private static long[] heads(int count, long head) {
        long[] heads = new long[count];
        java.util.Arrays.fill(heads, head);
        return heads;
    }
}
