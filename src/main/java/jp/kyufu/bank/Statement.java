package jp.kyufu.bank;

import java.time.LocalDate;
import java.util.List;

/**
 * What one account saw over a span of days.
 *
 * @param made the day on which the bank made the statement
 * @param from first day it covers
 * @param to last day it covers
 * @param opening balance before the first line, below 0 where overdrawn
 * @param closing balance after the last line
 */
public record Statement(
        BankAccount account,
        LocalDate made,
        LocalDate from,
        LocalDate to,
        long opening,
        long closing,
        List<StatementLine> lines) {

    /**
     * The account, the city's own.
     *
     * @param type 預金種目 as the digit stands
     * @param number ten digits, zeros before a shorter number
     */
    public record BankAccount(String bank, String branch, int type, String number, String name) {}

    public Statement {
        lines = List.copyOf(lines);
    }

    /** What came in or went out together. */
    public long sum(boolean credits) {
        return lines.stream()
                .filter(line -> line.credit() == credits)
                .mapToLong(StatementLine::amount)
                .sum();
    }

    /** How many lines came in or went out. */
    public int count(boolean credits) {
        return (int) lines.stream().filter(line -> line.credit() == credits).count();
    }
}
