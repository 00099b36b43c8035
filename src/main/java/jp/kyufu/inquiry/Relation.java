package jp.kyufu.inquiry;

/** Who called, as he or she says: table {@code contact} knows no other. */
public enum Relation {
    HEAD,
    MEMBER,
    PROXY,
    /** A care worker, a welfare office and the like. */
    SUPPORTER,
    OTHER,
    UNKNOWN
}
