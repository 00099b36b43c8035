package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a bank statement without what was sealed of it.
 *
 * @param bucket DEBIT, RETURN, EXPLAINED or UNEXPLAINED
 * @param cameBack whether the line says that money was sent back
 * @param standsFor numbers of the files it paid or the payments it brought back, twenty at most
 */
public record StatementLineEntry(
        long lineNo,
        int statementNo,
        int line,
        LocalDate postedOn,
        boolean credit,
        long amount,
        boolean cameBack,
        String bucket,
        Optional<String> standsFor) {}
