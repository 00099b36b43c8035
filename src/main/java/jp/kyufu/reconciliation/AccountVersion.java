package jp.kyufu.reconciliation;

import java.time.LocalDate;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/**
 * Where an application's payments go or went, masked.
 *
 * @param last3 the last three digits; null: a charge code
 * @param changedBy who changed it; null: as the applicant wrote it, and so are reason and evidence
 */
public record AccountVersion(
        int version,
        Rail rail,
        @Nullable String last3,
        LocalDate since,
        @Nullable String changedBy,
        @Nullable String reason,
        @Nullable String evidence) {}
