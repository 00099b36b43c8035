package jp.kyufu.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a daily close refuses to close over (V125 lists the kinds).
 *
 * @param kind STATEMENT_LINE, STATEMENT_GAP, DEBIT_MISSING, STOP_OPEN, RESULT_LINE or POINT_TOTAL
 * @param ref what it is called when a person explains it
 * @param amount yen, below 0 where it went out
 * @param note ids and figures, never names
 */
public record Unexplained(
        String kind, String ref, @Nullable LocalDate day, @Nullable Long amount, String note) {}
