package jp.kyufu.value;

/** What a person may do. One person may hold several roles; nobody grants one to himself. */
public enum Role {
    OFFICE,
    FINANCE,
    APPROVER,
    CALLCENTER,
    AUDITOR,
    ADMIN,
    /** The right to see what protects a person; each view needs a reason. */
    PROTECTED
}
