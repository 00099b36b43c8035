package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A day that was closed.
 *
 * @param since the day closed before; empty: it was the first
 * @param digest of its sheet, in hexadecimal
 */
public record ClosedOn(
        LocalDate day,
        Optional<LocalDate> since,
        String person,
        OffsetDateTime at,
        String digest) {}
