package jp.kyufu.bank;

import java.time.DateTimeException;
import java.time.MonthDay;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Check;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;

/**
 * 総合振込 header record (データ区分 1): who sends, from which account, and the pay date without its year.
 * The optional names of bank and branch are left out.
 *
 * @param consignor never with a savings account: the header knows 1, 2 and 9 only
 */
public record HeaderRecord(Consignor consignor, MonthDay payDay) {

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(RecordLayout.BYTES)
                    .constant("データ区分", "1")
                    .constant("種別コード", "21")
                    .constant("コード区分", "0")
                    .digits("振込依頼人コード", 10)
                    .kana("振込依頼人名", 40)
                    .digits("取組日", 4)
                    .digits("仕向銀行番号", 4)
                    .blank("仕向銀行名", 15)
                    .digits("仕向支店番号", 3)
                    .blank("仕向支店名", 15)
                    .digits("預金種目", 1)
                    .digits("口座番号", 7)
                    .blank("ダミー", 17)
                    .end();
    private static final RecordField CODE = LAYOUT.field("振込依頼人コード");
    private static final RecordField NAME = LAYOUT.field("振込依頼人名");
    private static final RecordField DAY = LAYOUT.field("取組日");
    private static final RecordField BANK = LAYOUT.field("仕向銀行番号");
    private static final RecordField BRANCH = LAYOUT.field("仕向支店番号");
    private static final RecordField TYPE = LAYOUT.field("預金種目");
    private static final RecordField ACCOUNT = LAYOUT.field("口座番号");

    public HeaderRecord {
        Check.that(consignor.type() != DepositType.SAVINGS, "a header has no savings account");
    }

    void write(byte[] into, int at) {
        LAYOUT.start(into, at);
        CODE.putDigits(into, at, consignor.code());
        NAME.putText(into, at, consignor.name());
        DAY.putNumber(into, at, payDay.getMonthValue() * 100L + payDay.getDayOfMonth());
        BANK.putDigits(into, at, consignor.bank().digits());
        BRANCH.putDigits(into, at, consignor.branch().digits());
        TYPE.putNumber(into, at, consignor.type().code());
        ACCOUNT.putDigits(into, at, consignor.account().digits());
    }

    static HeaderRecord read(RecordPlace place) {
        place.mustFit(LAYOUT);
        long type = place.number(TYPE);
        if (type != 1 && type != 2) {
            throw place.refusal("bank.recordField", TYPE, "1, 2");
        }
        Consignor consignor =
                new Consignor(
                        place.digits(CODE),
                        place.text(NAME),
                        new BankCode(place.digits(BANK)),
                        new BranchCode(place.digits(BRANCH)),
                        DepositType.ofCode((int) type),
                        new AccountNo(place.digits(ACCOUNT)));
        return new HeaderRecord(consignor, day(place, DAY));
    }

    /** 取組日 MMDD; a day no year has refuses the file. */
    static MonthDay day(RecordPlace place, RecordField field) {
        int monthAndDay = (int) place.number(field);
        try {
            return MonthDay.of(monthAndDay / 100, monthAndDay % 100);
        } catch (DateTimeException e) {
            throw place.refusal("bank.recordField", field, "MMDD");
        }
    }
}
