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
    /** It contradicts an outcome that closed its payment: held for a person. */
    AFTER_CLOSE
}
