package jp.kyufu.reconciliation;

import java.util.Map;

/**
 * What an answer led to.
 *
 * @param buckets number of lines in each bucket that has any; their sum is {@code lines}
 */
public record ResultSummary(
        int resultFileNo, String name, int lines, Map<Bucket, Integer> buckets) {

    public ResultSummary {
        buckets = Map.copyOf(buckets);
    }
}
