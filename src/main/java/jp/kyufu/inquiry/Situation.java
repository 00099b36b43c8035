package jp.kyufu.inquiry;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.ReasonCode;

/**
 * Where a case stands, as it is told to a caller: every state of an application, of its payment and
 * of the file leads to exactly one, and each has its sentences in {@code say.<name>}.
 */
public enum Situation {
    /** Nobody of the household has applied; the window opens later. */
    NOT_APPLIED_BEFORE,
    NOT_APPLIED,
    /** The window has closed. */
    NOT_APPLIED_AFTER,
    /** Nobody of the household is entitled. */
    NOT_ENTITLED,
    /** Received, not assessed yet. */
    RECEIVED,
    /** Not found in the register: a person looks. */
    SEARCHING,
    /** A person of the office looks at something. */
    CHECKING,
    NOTHING_DUE,
    /** Another application of the household stands. */
    DUPLICATE,
    /** The applicant must send something. */
    MISSING,
    /** The office did not accept it. */
    REFUSED,
    /** To be paid; not in a file yet. */
    DECIDED,
    /** In a file that finance has not released. */
    PREPARED,
    /** Sent; the day is ahead. */
    SENT,
    /** Sent; the day has come, the bank has not answered. */
    DUE,
    PAID,
    RETURNED,
    CANCELLED,
    /** The bank is asked what became of a file, or not to pay. */
    UNCLEAR,
    /**
     * The office alone answers: an application of a protected person, and others of which the call
     * center must not speak either, so that this tells nothing.
     */
    OFFICE;

    /** What may touch somebody else than the caller. */
    private static final Set<ReasonCode> OFFICE_ONLY =
            EnumSet.of(
                    ReasonCode.SHARED_ACCOUNT,
                    ReasonCode.SHARED_WALLET,
                    ReasonCode.HOLDER_IS_MEMBER,
                    ReasonCode.HEAD_UNCLEAR,
                    ReasonCode.NUMBER_CONTRADICTS,
                    ReasonCode.RECEIPT_CONFLICT,
                    ReasonCode.RESERVED_UNCLEAR);

    /** The sentence to say differs between transfer and points. */
    boolean isOfRail() {
        return switch (this) {
            case DECIDED, PREPARED, SENT, DUE, PAID -> true;
            case NOT_APPLIED_BEFORE,
                    NOT_APPLIED,
                    NOT_APPLIED_AFTER,
                    NOT_ENTITLED,
                    RECEIVED,
                    SEARCHING,
                    CHECKING,
                    NOTHING_DUE,
                    DUPLICATE,
                    MISSING,
                    REFUSED,
                    RETURNED,
                    CANCELLED,
                    UNCLEAR,
                    OFFICE ->
                    false;
        };
    }

    static Situation of(Standing standing, LocalDate today) {
        if (standing.guarded() || isForTheOffice(standing)) {
            return OFFICE;
        }
        if (standing.state().isEmpty()) {
            return RECEIVED;
        }
        Standing.Payment payment = standing.payment();
        if (payment != null && payment.state() != PaymentState.CANCELLED) {
            return of(payment, standing.open(), today);
        }
        return switch (ApplicationState.valueOf(standing.state())) {
            case UNMATCHED -> SEARCHING;
            case REVIEW -> CHECKING;
            case NOTHING_DUE -> NOTHING_DUE;
            case DUPLICATE -> DUPLICATE;
            case DEFECTIVE ->
                    standing.codes().contains(ReasonCode.REFUSED.name()) ? REFUSED : MISSING;
            case DECIDED -> payment != null ? CANCELLED : standing.open() ? CHECKING : DECIDED;
        };
    }

    private static Situation of(Standing.Payment payment, boolean open, LocalDate today) {
        return switch (payment.state()) {
            case PLANNED -> open ? CHECKING : DECIDED;
            case IN_FILE -> open ? CHECKING : PREPARED;
            case RELEASED, ACCEPTED -> isInDoubt(payment) ? UNCLEAR : sent(payment, today);
            case SETTLED -> PAID;
            case RETURNED -> RETURNED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static Situation sent(Standing.Payment payment, LocalDate today) {
        LocalDate day = payment.payDate();
        return day == null || day.isAfter(today) ? SENT : DUE;
    }

    private static boolean isInDoubt(Standing.Payment payment) {
        FileState file = payment.file();
        return payment.stopped()
                || file == FileState.UNKNOWN
                || file == FileState.CANCEL_REQUESTED
                || file == FileState.CANCELLED;
    }

    private static boolean isForTheOffice(Standing standing) {
        return standing.state().equals(ApplicationState.REVIEW.name())
                && standing.codes().stream()
                        .map(ReasonCode::valueOf)
                        .anyMatch(OFFICE_ONLY::contains);
    }

    /** What the applicant must still send, of the codes of a defective application. */
    static List<ReasonCode> missing(Standing standing) {
        return standing.codes().stream()
                .map(ReasonCode::valueOf)
                .filter(code -> code.kind() == ReasonCode.Kind.DEFECTIVE)
                .toList();
    }
}
