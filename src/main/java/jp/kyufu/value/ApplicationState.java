package jp.kyufu.value;

/** State of an application (file contract §8), in the order in which §10 lets one win. */
public enum ApplicationState {
    /** Nobody in the register fits. */
    UNMATCHED,
    /** A person must look. */
    REVIEW,
    /** The household was found, none of its members is entitled. */
    NOTHING_DUE,
    /** Another application of the same members stands. */
    DUPLICATE,
    /** The applicant must correct something. */
    DEFECTIVE,
    /** Paid or to be paid. */
    DECIDED
}
