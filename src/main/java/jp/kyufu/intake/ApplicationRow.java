package jp.kyufu.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What one row of an application file says. */
sealed interface ApplicationRow {

    /**
     * An application that is accepted, whatever may be wrong with it.
     *
     * @param receivedAt Asia/Tokyo
     * @param printedHousehold ten digits; null for no number or one that proposes nothing
     * @param birthDate null where none can be read
     * @param rail as wished; null where missing or unknown
     * @param payee identity of the account or the wallet id; null where none can be read
     * @param codes everything that the form alone shows, notes included
     */
    record Accepted(
            String receiptNo,
            LocalDateTime receivedAt,
            @Nullable String printedHousehold,
            @Nullable LocalDate birthDate,
            @Nullable Rail rail,
            @Nullable String payee,
            Set<ReasonCode> codes,
            ApplicationForm form)
            implements ApplicationRow {

        /** Never prints what the applicant wrote. */
        @Override
        public String toString() {
            return "Accepted[" + receiptNo + " " + codes + "]";
        }
    }

    /** A row that breaks rules of §9; only the reject remains of it. */
    record Rejected(List<Fault> faults) implements ApplicationRow {}

    /** A broken rule, and the field where. */
    record Fault(ReasonCode code, Field field) {}
}
