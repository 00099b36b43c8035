package jp.kyufu.reconciliation;

import java.time.LocalDate;

/**
 * What the provider counts for one program and day.
 *
 * @param granted grants that took place
 * @param points of those together
 * @param failed allocations that were refused for the wallet or another reason
 * @param expired charge codes that nobody claimed in time
 */
record PointTotal(
        short program, LocalDate day, int granted, long points, int failed, int expired) {}
