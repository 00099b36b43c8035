package jp.kyufu.bank;

/** 入出金取引明細 end record (種別 03, データ区分 9): how many accounts there were. */
final class StatementEndRecord {

    /** A record stripped of its trailing spaces must reach this far: 口座数. */
    static final int LEAST_BYTES = 16;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(StatementHeaderRecord.BYTES)
                    .constant("データ区分", "9")
                    .digits("レコード総件数", 10)
                    .digits("口座数", 5)
                    .any("ダミー", 184)
                    .end();
    private static final RecordField RECORDS = LAYOUT.field("レコード総件数");
    private static final RecordField ACCOUNTS = LAYOUT.field("口座数");

    private StatementEndRecord() {}

    /** Banks count the records with or without this one: only the accounts are compared. */
    static void read(RecordPlace place, int accounts) {
        place.mustFit(LAYOUT);
        if (place.number(ACCOUNTS) != accounts) {
            throw place.refusal("bank.statementCount", ACCOUNTS, Integer.toString(accounts));
        }
    }

    static void write(int records, int accounts, byte[] into, int at) {
        LAYOUT.start(into, at);
        RECORDS.putNumber(into, at, records);
        ACCOUNTS.putNumber(into, at, accounts);
    }
}
