package jp.kyufu.reconciliation;

import java.time.LocalDate;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/**
 * What was sent with a released file and what became of it, yen or points.
 *
 * @param debited whether the statement shows the bank taking the money
 * @param cameBack of {@code returned}, what the statement shows on the account again
 * @param difference sent less credited, returned and pending; anything but 0 is lost money
 */
public record FileBooks(
        int fileNo,
        Rail rail,
        @Nullable LocalDate payDate,
        String state,
        int count,
        long sent,
        long credited,
        long returned,
        long pending,
        long difference,
        boolean debited,
        long cameBack) {}
