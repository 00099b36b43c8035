package jp.kyufu.reconciliation;

import java.time.OffsetDateTime;
import java.util.Map;
import jp.kyufu.value.Rail;

/**
 * An answer of bank or provider as it was taken.
 *
 * @param buckets how many of its lines went where
 */
public record ResultFileEntry(
        int fileNo,
        Rail rail,
        String name,
        OffsetDateTime receivedAt,
        String receivedBy,
        int lines,
        Map<Bucket, Integer> buckets) {}
