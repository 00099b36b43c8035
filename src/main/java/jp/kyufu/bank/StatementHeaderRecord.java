package jp.kyufu.bank;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * 入出金取引明細 header record (種別 03, データ区分 1): whose account, which days, the balance before them. Days
 * are 和暦 YYMMDD without an era: Reiwa.
 */
record StatementHeaderRecord(
        Statement.BankAccount account, LocalDate made, LocalDate from, LocalDate to, long opening) {

    /** 入出金取引明細: 200 bytes a record. */
    static final int BYTES = 200;

    /** A record stripped of its trailing spaces must reach this far: 残高. */
    static final int LEAST_BYTES = 129;

    /** Reiwa 1 is 2019. */
    private static final int YEAR_BEFORE_REIWA = 2018;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(BYTES)
                    .constant("データ区分", "1")
                    .constant("種別コード", "03")
                    .constant("コード区分", "0")
                    .digits("作成日", 6)
                    .digits("勘定日（自）", 6)
                    .digits("勘定日（至）", 6)
                    .digits("銀行コード", 4)
                    .any("銀行名", 15)
                    .digits("支店コード", 3)
                    .any("支店名", 15)
                    .any("ダミー1", 3)
                    .digits("預金種目", 1)
                    .digits("口座番号", 10)
                    .any("口座名", 40)
                    .any("貸越区分", 1)
                    .any("通帳・証書区分", 1)
                    .digits("取引前残高", 14)
                    .any("ダミー2", 71)
                    .end();
    private static final RecordField CODE_DIVISION = LAYOUT.field("コード区分");
    private static final RecordField MADE = LAYOUT.field("作成日");
    private static final RecordField FROM = LAYOUT.field("勘定日（自）");
    private static final RecordField TO = LAYOUT.field("勘定日（至）");
    private static final RecordField BANK = LAYOUT.field("銀行コード");
    private static final RecordField BRANCH = LAYOUT.field("支店コード");
    private static final RecordField TYPE = LAYOUT.field("預金種目");
    private static final RecordField ACCOUNT = LAYOUT.field("口座番号");
    private static final RecordField NAME = LAYOUT.field("口座名");
    private static final RecordField OVERDRAWN = LAYOUT.field("貸越区分");
    private static final RecordField BALANCE = LAYOUT.field("取引前残高");

    static StatementHeaderRecord read(RecordPlace place) {
        if (place.whole(CODE_DIVISION).equals("1")) {
            throw place.refusal("bank.ebcdic", CODE_DIVISION, "0");
        }
        place.mustFit(LAYOUT);
        LocalDate from = day(place, FROM);
        LocalDate to = day(place, TO);
        if (to.isBefore(from)) {
            throw place.refusal("bank.recordField", TO, ">= " + place.digits(FROM));
        }
        return new StatementHeaderRecord(
                new Statement.BankAccount(
                        place.digits(BANK),
                        place.digits(BRANCH),
                        (int) place.number(TYPE),
                        place.digits(ACCOUNT),
                        place.text(NAME)),
                day(place, MADE),
                from,
                to,
                balance(place, OVERDRAWN, BALANCE));
    }

    static void write(Statement statement, byte[] into, int at) {
        Statement.BankAccount account = statement.account();
        LAYOUT.start(into, at);
        putDay(into, at, MADE, statement.made());
        putDay(into, at, FROM, statement.from());
        putDay(into, at, TO, statement.to());
        BANK.putDigits(into, at, account.bank());
        BRANCH.putDigits(into, at, account.branch());
        TYPE.putNumber(into, at, account.type());
        ACCOUNT.putDigits(into, at, account.number());
        NAME.putText(into, at, account.name());
        putBalance(into, at, OVERDRAWN, BALANCE, statement.opening());
    }

    /** A day as YYMMDD of Reiwa; one that no calendar has refuses the file. */
    static LocalDate day(RecordPlace place, RecordField field) {
        int digits = (int) place.number(field);
        try {
            int year = digits / 10_000;
            if (year > 0) {
                return LocalDate.of(YEAR_BEFORE_REIWA + year, digits / 100 % 100, digits % 100);
            }
        } catch (DateTimeException e) {
            throw place.refusal("bank.statementDate", field, "YYMMDD");
        }
        throw place.refusal("bank.statementDate", field, "YYMMDD");
    }

    static void putDay(byte[] into, int at, RecordField field, LocalDate day) {
        int year = day.getYear() - YEAR_BEFORE_REIWA;
        field.putNumber(into, at, (year * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth());
    }

    /** A balance with its sign: 貸越区分 2 is overdrawn. */
    static long balance(RecordPlace place, RecordField sign, RecordField amount) {
        return switch (place.whole(sign)) {
            case "2" -> -place.number(amount);
            case "0", "1", " " -> place.number(amount);
            default -> throw place.refusal("bank.recordField", sign, "1, 2");
        };
    }

    static void putBalance(
            byte[] into, int at, RecordField sign, RecordField amount, long balance) {
        sign.putText(into, at, balance < 0 ? "2" : "1");
        amount.putNumber(into, at, Math.abs(balance));
    }
}
