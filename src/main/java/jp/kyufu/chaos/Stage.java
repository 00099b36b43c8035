package jp.kyufu.chaos;

/** The parts of the job between which a kill is told apart, in their order. */
public enum Stage {
    /** From the start of the process until its first act; the first time with an empty disk. */
    START,
    /** People, the bank master, the register. */
    REGISTER,
    OPEN,
    APPLICATIONS,
    ASSESS,
    BUILD,
    /** Submitting and approving. */
    APPROVE,
    RELEASE,
    /** What bank and point provider answer. */
    RESULTS,
    /** Exports and the check of the books. */
    CLOSE
}
