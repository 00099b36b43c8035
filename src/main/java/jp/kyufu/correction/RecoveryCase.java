package jp.kyufu.correction;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.value.Rail;

/**
 * What a resident has and is not entitled to, and what became of it; yen or points.
 *
 * @param change why: DECLINES or INELIGIBLE
 * @param amount the share it is about
 * @param paid what was paid back, less what the city gave back
 * @param writtenOff owed, and will not come
 * @param owed what of the amount the resident has no right to, as known today
 * @param balance what is still to come; below 0 the city must give it back
 * @param openedBy who recorded the fact, or the run that read it in a register
 */
public record RecoveryCase(
        int caseNo,
        long paymentNo,
        String residentNo,
        Rail rail,
        String change,
        long amount,
        long paid,
        long writtenOff,
        long owed,
        long balance,
        State state,
        LocalDate openedOn,
        String openedBy,
        String reason,
        String evidence) {

    /** CLOSED: nothing is owed in either direction. */
    public enum State {
        OPEN,
        CLOSED,
        REFUND_DUE
    }

    /**
     * A case with everything that happened to it.
     *
     * @param waiting requests that another person has not acted on yet
     */
    public record Story(RecoveryCase ofCase, List<Entry> entries, List<Request> waiting) {}

    /**
     * A movement of a case.
     *
     * @param kind PAID, REFUNDED, WRITTEN_OFF, WITHDRAWN or LAPSED
     * @param requestedBy the first of two people; empty where one is enough
     */
    public record Entry(
            String kind,
            long amount,
            LocalDate dated,
            LocalDate recordedOn,
            String person,
            String requestedBy,
            String evidence) {}

    /** What one person asked for and another must do. */
    public record Request(
            int requestNo,
            int caseNo,
            String kind,
            long amount,
            String person,
            String reason,
            String evidence) {}
}
