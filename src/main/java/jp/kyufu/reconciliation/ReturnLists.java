package jp.kyufu.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** Payments that came back, for the office that decides what becomes of them. */
@Component
public class ReturnLists {

    private final ReturnListStore store;

    ReturnLists(ReturnListStore store) {
        this.store = store;
    }

    /**
     * Payments that wait for the office, the oldest first.
     *
     * @param reason empty: whatever it is
     * @param after findings of higher numbers only
     */
    public List<ReturnedPayment> waiting(
            Program program, Optional<String> reason, long after, int rows) {
        return store.waiting(program, reason, after, rows);
    }

    /** How many wait, by reason, the most frequent first. */
    public Map<String, Integer> reasons(Program program) {
        return store.reasons(program);
    }

    /** One payment, whatever its state; a Refusal if the program has none of this number. */
    public ReturnedPayment one(Program program, long paymentNo) {
        return store.one(program, paymentNo)
                .orElseThrow(() -> new Refusal("reconciliation.unknownPayment", paymentNo));
    }

    /** Every try to pay what a payment was for, the first one first. */
    public List<ReturnedPayment.Attempt> attempts(Program program, long paymentNo) {
        return store.attempts(program, paymentNo);
    }
}
