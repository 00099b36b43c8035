package jp.kyufu.reconciliation;

/** Where a line of an answer went; each is in exactly one. */
public enum Bucket {
    /** It moved its payment. */
    APPLIED,
    /** The same outcome was taken before. */
    ALREADY_APPLIED,
    /** No payment of this number was sent, or the line cannot be read. */
    UNKNOWN_PAYMENT,
    /** Account, amount or rail is not what was sent. */
    DIFFERS,
    /** A code nobody mapped: held for a person. */
    UNKNOWN_CODE,
    /**
     * It contradicts the final outcome of its attempt: the money came back or the payment was
     * cancelled, and the line says otherwise. Another attempt may be on its way, so a person looks.
     * It has nothing to do with the daily close: a return of a payment settled on a closed day is
     * APPLIED, and posted on the day it comes.
     */
    AFTER_CLOSE,
    /** Points said to have expired on a day on which they were still good (横浜 2023). */
    EXPIRED_EARLY,
    /** Points that a resident has claimed do not come back. */
    AFTER_CLAIM
}
