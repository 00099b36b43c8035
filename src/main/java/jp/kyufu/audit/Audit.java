package jp.kyufu.audit;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records acts of people and proves that none was changed since. */
@Component
public class Audit {

    private final AuditStore store;

    public Audit(JdbcClient jdbc) {
        this.store = new AuditStore(jdbc);
    }

    /**
     * Records an act as part of the current transaction: if that fails, it did not happen.
     *
     * @param person who did it
     * @param act what was done, a stable word such as {@code files.release}
     * @param object to what: ids, never names or accounts
     * @param detail what else must be known later: values JSON can carry
     */
    public void record(String person, String act, String object, Map<String, ?> detail) {
        store.record(person, act, object, detail);
    }

    /** Recomputes the whole chain and gives every place where it does not hold; empty: intact. */
    public List<AuditProblem> verify() {
        return store.problems();
    }

    /**
     * Events that fit, the newest first.
     *
     * @param before events from this number on are left out; {@link Long#MAX_VALUE} for the first
     *     page
     */
    public List<AuditEvent> trail(AuditQuestion question, long before, int limit) {
        return store.trail(question, before, limit);
    }

    /** Every word that an act has had, in order. */
    public List<String> acts() {
        return store.acts();
    }
}
