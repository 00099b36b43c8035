package jp.kyufu.inquiry;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one application, without names or account numbers.
 *
 * @param state as in {@code applications.csv}; empty before the first assessment
 * @param amount yen or points of the claim
 * @param elsewhere members whom a program beside this one pays
 * @param guarded whether it is a protected person's
 */
public record Story(
        String receiptNo,
        String channel,
        LocalDateTime receivedAt,
        String file,
        String state,
        List<String> codes,
        @Nullable String householdNo,
        @Nullable String residentNo,
        @Nullable String matchMethod,
        @Nullable String rail,
        @Nullable Long amount,
        @Nullable Integer residents,
        @Nullable String duplicateOf,
        List<Movement> movements,
        List<Remark> findings,
        List<Elsewhere> elsewhere,
        boolean guarded) {

    /** In place of a state: the office alone answers. */
    static final String OFFICE = "OFFICE";

    /** What would show that a member of the household is protected. */
    private static final Set<String> HINTS =
            Set.of(ReasonCode.RESERVED_UNCLEAR.name(), ReasonCode.REGISTER_CHANGED.name());

    /**
     * What may be said to the head, a proxy and the call center: of a protected person's
     * application, that it was received and that the office answers; of any other, nothing that
     * hints at one.
     */
    Story masked() {
        return new Story(
                receiptNo,
                channel,
                receivedAt,
                file,
                guarded ? OFFICE : state,
                guarded ? List.of() : codes.stream().filter(code -> !HINTS.contains(code)).toList(),
                guarded ? null : householdNo,
                guarded ? null : residentNo,
                guarded ? null : matchMethod,
                guarded ? null : rail,
                guarded ? null : amount,
                guarded ? null : residents,
                guarded ? null : duplicateOf,
                guarded ? List.of() : movements,
                guarded
                        ? List.of()
                        : findings.stream()
                                .filter(remark -> !HINTS.contains(remark.code()))
                                .toList(),
                guarded ? List.of() : elsewhere.stream().filter(one -> !one.apart()).toList(),
                false);
    }

    /**
     * One posting of one payment.
     *
     * @param account last three digits of account or wallet; null for a charge code
     */
    public record Movement(
            long paymentNo,
            int attempt,
            String rail,
            long amount,
            @Nullable String account,
            String state,
            LocalDateTime at,
            String person,
            String act,
            String why,
            String cause) {}

    /**
     * A member who has no share here, because another program pays him or her.
     *
     * @param program its code
     * @param round it is another round of the same benefit
     * @param state of the payment there
     * @param applicant who had applied there, perhaps an earlier head
     * @param apart protected and not the head: nobody else is told
     */
    public record Elsewhere(
            String residentNo,
            String program,
            boolean round,
            String state,
            String receiptNo,
            @Nullable String applicant,
            boolean apart) {}

    /** A finding and what was decided; empty texts while it is open. */
    public record Remark(
            long findingNo,
            String code,
            String state,
            String decision,
            String decidedBy,
            String reason) {}
}
