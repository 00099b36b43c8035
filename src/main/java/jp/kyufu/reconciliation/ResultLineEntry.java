package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of an answer without what was sealed of it.
 *
 * @param paymentNo as the line says; empty: unreadable
 * @param outcome what its code means; empty: nobody mapped it
 */
public record ResultLineEntry(
        int line,
        Bucket bucket,
        Optional<Long> paymentNo,
        String code,
        Optional<String> outcome,
        Optional<Long> amount,
        Optional<LocalDate> grantedOn) {}
