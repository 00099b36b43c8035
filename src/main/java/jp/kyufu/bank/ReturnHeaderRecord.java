package jp.kyufu.bank;

import java.time.MonthDay;

/**
 * 総合振込 header record as a bank sends it back: whose file it is and for which day.
 *
 * @param consignorCode ten digits
 * @param payDay MMDD, without its year
 */
record ReturnHeaderRecord(String consignorCode, MonthDay payDay) {

    /** A record stripped of its trailing spaces must reach this far: 取組日. */
    static final int LEAST_BYTES = 58;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(RecordLayout.BYTES)
                    .constant("データ区分", "1")
                    .constant("種別コード", "21")
                    .constant("コード区分", "0")
                    .digits("振込依頼人コード", 10)
                    .any("振込依頼人名", 40)
                    .digits("取組日", 4)
                    .any("仕向銀行以降", 62)
                    .end();
    private static final RecordField CODE_DIVISION = LAYOUT.field("コード区分");
    private static final RecordField CONSIGNOR = LAYOUT.field("振込依頼人コード");
    private static final RecordField DAY = LAYOUT.field("取組日");

    static ReturnHeaderRecord read(RecordPlace place) {
        if (place.whole(CODE_DIVISION).equals("1")) {
            throw place.refusal("bank.ebcdic", CODE_DIVISION, "0");
        }
        place.mustFit(LAYOUT);
        return new ReturnHeaderRecord(place.digits(CONSIGNOR), HeaderRecord.day(place, DAY));
    }
}
