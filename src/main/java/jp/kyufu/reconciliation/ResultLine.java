package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an answer as it can be read; null where it cannot.
 *
 * @param line physical line of the file, from 1
 * @param code as it came
 * @param outcome empty: a code nobody mapped
 * @param identity of the account, where the answer names one
 * @param grantedOn the provider's day; null for a transfer
 * @param original the bytes of the line
 */
record ResultLine(
        int line,
        @Nullable Long paymentNo,
        String code,
        Optional<Outcome> outcome,
        @Nullable Long amount,
        @Nullable String identity,
        @Nullable LocalDate grantedOn,
        byte[] original) {}
