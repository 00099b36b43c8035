package jp.kyufu.reconciliation;

import java.util.List;

/**
 * What became of a file of totals.
 *
 * @param days rows taken
 * @param differing days on which the results say something else: day, told and taken figures
 */
public record PointTotalSummary(int fileNo, String name, int days, List<String> differing) {}
