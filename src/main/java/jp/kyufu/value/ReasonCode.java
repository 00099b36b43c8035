package jp.kyufu.value;

/**
 * Why an application is where it is, and why a row was rejected: the codes of the file contract
 * §10, stable and worded in {@code messages*.properties} under {@code reason.<CODE>}.
 */
public enum ReasonCode {
    // Rejects of a row: nothing but the reject remains.
    COLUMN_COUNT(Kind.REJECT),
    CONTROL_CHARACTER(Kind.REJECT),
    REQUIRED_EMPTY(Kind.REJECT),
    DATE_UNREADABLE(Kind.REJECT),
    NUMBER_MALFORMED(Kind.REJECT),
    /** A word outside the few that a column may hold: unknown is not zero. */
    VALUE_UNKNOWN(Kind.REJECT),
    RESIDENT_REPEATED(Kind.REJECT),
    RECEIPT_REPEATED(Kind.REJECT),
    ENCODING_BROKEN(Kind.REJECT),
    QUOTE_BROKEN(Kind.REJECT),
    /** Longer than the limits of this installation allow. */
    ROW_TOO_LONG(Kind.REJECT),
    FIELD_TOO_LONG(Kind.REJECT),

    NOT_IN_REGISTER(Kind.UNMATCHED),

    SEVERAL_CANDIDATES(Kind.IDENTITY),
    NUMBER_CONTRADICTS(Kind.IDENTITY),
    NAME_MISSING(Kind.IDENTITY),
    BIRTH_DATE_UNREADABLE(Kind.IDENTITY),

    NOT_ENTITLED(Kind.NOTHING_DUE),

    HOUSEHOLD_ALREADY_APPLIED(Kind.DUPLICATE),
    SUPERSEDED(Kind.DUPLICATE),

    PROXY_INCOMPLETE(Kind.DEFECTIVE),
    BANK_UNKNOWN(Kind.DEFECTIVE),
    BRANCH_UNKNOWN(Kind.DEFECTIVE),
    ACCOUNT_MISSING(Kind.DEFECTIVE),
    ACCOUNT_NUMBER_FORMAT(Kind.DEFECTIVE),
    ACCOUNT_TYPE_UNKNOWN(Kind.DEFECTIVE),
    ACCOUNT_AMBIGUOUS(Kind.DEFECTIVE),
    YUCHO_INVALID(Kind.DEFECTIVE),
    HOLDER_MISMATCH(Kind.DEFECTIVE),
    HOLDER_CHARACTERS(Kind.DEFECTIVE),
    RAIL_MISSING(Kind.DEFECTIVE),
    WALLET_INVALID(Kind.DEFECTIVE),
    IDENTITY_DOCUMENT_MISSING(Kind.DEFECTIVE),
    ACCOUNT_DOCUMENT_MISSING(Kind.DEFECTIVE),
    /** A person of the office refused the application. */
    REFUSED(Kind.DEFECTIVE),

    NOT_HEAD(Kind.REVIEW),
    HEAD_LEFT(Kind.REVIEW),
    HEAD_UNCLEAR(Kind.REVIEW),
    DECLINER_UNKNOWN(Kind.REVIEW),
    ALL_DECLINED(Kind.REVIEW),
    MEMBER_COUNT_DIFFERS(Kind.REVIEW),
    HOLDER_IS_MEMBER(Kind.REVIEW),
    SHARED_ACCOUNT(Kind.REVIEW),
    SHARED_WALLET(Kind.REVIEW),
    ACCOUNT_LOST_ZERO(Kind.REVIEW),
    OUTSIDE_WINDOW(Kind.REVIEW),
    /** A reject of the later row, and a reason to look at the first. */
    RECEIPT_CONFLICT(Kind.REVIEW),
    /** A child could be claimed by two protected members of its household. */
    RESERVED_UNCLEAR(Kind.REVIEW),
    /** The computed amount is above the household cap: refused, never cut (design §3.6). */
    ABOVE_CAP(Kind.REVIEW),

    /** A payment came back; its finding alone leads to the next attempt. */
    PAYMENT_RETURNED(Kind.FINDING),
    /** Decided, but its payment was cancelled; a person decides whether there is another. */
    PAYMENT_CANCELLED(Kind.FINDING),
    /** Decided, but a member already has a live payment. */
    SHARE_TAKEN(Kind.FINDING),
    /** A newer register shows a resident with a live payment not to be entitled. */
    ENTITLEMENT_LOST(Kind.FINDING),
    /**
     * Entitled since the household was paid: a correction pays the difference, if a person says so.
     */
    SHARE_UNPAID(Kind.FINDING),
    /** A later application of a paid household names other decliners. */
    CLAIM_DIFFERS(Kind.FINDING),
    /** A newer register speaks against a payment that is on its way; a person decides. */
    REGISTER_CHANGED(Kind.FINDING),
    /** Two numbers of the register may be one person: neither is paid until a person decides. */
    REGISTER_DUPLICATE(Kind.FINDING),
    /** A result that cannot be taken: unknown payment, differing facts, an unmapped code. */
    RESULT_UNEXPLAINED(Kind.FINDING),
    /** The branch is not in the master on the pay date. */
    BRANCH_CLOSED(Kind.FINDING),

    CHECK_DIGIT_WRONG(Kind.NOTE),
    ERA_OVERRUN(Kind.NOTE),
    YUCHO_CHECK_DIGIT(Kind.NOTE),
    /** A member is live or paid in a program that excludes this one, and has no share here. */
    PAID_IN_OTHER_PROGRAM(Kind.NOTE),
    /** A member was paid in another round of this benefit, perhaps under an earlier head. */
    PAID_IN_EARLIER_ROUND(Kind.NOTE);

    /** What a code does to the application that carries it. */
    public enum Kind {
        REJECT,
        UNMATCHED,
        IDENTITY,
        NOTHING_DUE,
        DUPLICATE,
        DEFECTIVE,
        REVIEW,
        FINDING,
        NOTE
    }

    private final Kind kind;

    ReasonCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The state an application has when this is its only code; DECIDED for a note. */
    public ApplicationState state() {
        return switch (kind) {
            case UNMATCHED -> ApplicationState.UNMATCHED;
            case IDENTITY, REVIEW -> ApplicationState.REVIEW;
            case NOTHING_DUE -> ApplicationState.NOTHING_DUE;
            case DUPLICATE -> ApplicationState.DUPLICATE;
            case DEFECTIVE -> ApplicationState.DEFECTIVE;
            case NOTE, FINDING, REJECT -> ApplicationState.DECIDED;
        };
    }
}
