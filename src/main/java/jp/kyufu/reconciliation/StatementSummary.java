package jp.kyufu.reconciliation;

import java.util.SortedMap;

/**
 * What became of one statement.
 *
 * @param lines in the file for this account
 * @param repeated of them told by an earlier statement
 * @param buckets of the others: DEBIT, RETURN, UNEXPLAINED
 */
public record StatementSummary(
        int statementNo,
        String name,
        String account,
        int lines,
        int repeated,
        SortedMap<String, Integer> buckets) {}
