package jp.kyufu.audit;

/** A place where the chain does not hold. */
public record AuditProblem(long seq, Kind kind) {

    /** How the chain is broken. */
    public enum Kind {
        /** Events before this one are missing. */
        GAP,
        /** The event does not hold the hash of the one before. */
        UNCHAINED,
        /** The event was changed after it was recorded. */
        CHANGED
    }
}
