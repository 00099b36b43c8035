package jp.kyufu.bank;

/**
 * 入出金取引明細 trailer record (種別 03, データ区分 8): what the lines of an account add up to, and the balance
 * after them.
 */
final class StatementTrailerRecord {

    /** A record stripped of its trailing spaces must reach this far: データレコード件数. */
    static final int LEAST_BYTES = 61;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(StatementHeaderRecord.BYTES)
                    .constant("データ区分", "8")
                    .digits("入金件数", 6)
                    .digits("入金額合計", 13)
                    .digits("出金件数", 6)
                    .digits("出金額合計", 13)
                    .any("貸越区分", 1)
                    .digits("取引後残高", 14)
                    .digits("データレコード件数", 7)
                    .any("ダミー", 139)
                    .end();
    private static final RecordField IN_COUNT = LAYOUT.field("入金件数");
    private static final RecordField IN_SUM = LAYOUT.field("入金額合計");
    private static final RecordField OUT_COUNT = LAYOUT.field("出金件数");
    private static final RecordField OUT_SUM = LAYOUT.field("出金額合計");
    private static final RecordField OVERDRAWN = LAYOUT.field("貸越区分");
    private static final RecordField BALANCE = LAYOUT.field("取引後残高");
    private static final RecordField RECORDS = LAYOUT.field("データレコード件数");

    private StatementTrailerRecord() {}

    /**
     * Reads the trailer and gives the balance after the lines.
     *
     * @throws jp.kyufu.value.FileRefusal unless counts, sums and balance are those of the lines
     */
    static long read(RecordPlace place, Statement open) {
        place.mustFit(LAYOUT);
        must(place, IN_COUNT, open.count(true));
        must(place, IN_SUM, open.sum(true));
        must(place, OUT_COUNT, open.count(false));
        must(place, OUT_SUM, open.sum(false));
        must(place, RECORDS, open.lines().size());
        long closing = StatementHeaderRecord.balance(place, OVERDRAWN, BALANCE);
        long counted = open.opening() + open.sum(true) - open.sum(false);
        if (closing != counted) {
            throw place.refusal("bank.statementCount", BALANCE, Long.toString(counted));
        }
        return closing;
    }

    static void write(Statement statement, byte[] into, int at) {
        LAYOUT.start(into, at);
        IN_COUNT.putNumber(into, at, statement.count(true));
        IN_SUM.putNumber(into, at, statement.sum(true));
        OUT_COUNT.putNumber(into, at, statement.count(false));
        OUT_SUM.putNumber(into, at, statement.sum(false));
        StatementHeaderRecord.putBalance(into, at, OVERDRAWN, BALANCE, statement.closing());
        RECORDS.putNumber(into, at, statement.lines().size());
    }

    private static void must(RecordPlace place, RecordField field, long counted) {
        if (place.number(field) != counted) {
            throw place.refusal("bank.statementCount", field, Long.toString(counted));
        }
    }
}
