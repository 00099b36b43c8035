package jp.kyufu.value;

/** State of a transfer or point file (design §3.4). */
public enum FileState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    RELEASED,
    ACCEPTED,
    SETTLED,
    REJECTED,
    WITHDRAWN,
    /** Was it sent? Locks every payment until evidence is recorded. */
    UNKNOWN,
    CANCEL_REQUESTED,
    CANCELLED
}
