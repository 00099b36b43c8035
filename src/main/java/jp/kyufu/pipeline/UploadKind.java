package jp.kyufu.pipeline;

import jp.kyufu.value.Role;

/** What a person can hand in, and as what he or she must act to do so. */
public enum UploadKind {
    APPLICATIONS(Role.OFFICE),
    REGISTER(Role.OFFICE),
    BANK_MASTER(Role.OFFICE),
    RESULTS(Role.FINANCE),
    POINT_RESULTS(Role.FINANCE),
    STATEMENT(Role.FINANCE),
    POINT_TOTALS(Role.FINANCE);

    private final Role role;

    UploadKind(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /** Whether a file of this kind belongs to a program. */
    public boolean isOfProgram() {
        return this == APPLICATIONS || this == RESULTS || this == POINT_RESULTS;
    }
}
