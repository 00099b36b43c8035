package jp.kyufu.bank;

/**
 * 入出金取引明細 data record (種別 03, データ区分 2): one movement of 200 bytes. Fields that say nothing about a
 * transfer (cheques, bills) are not looked at.
 */
final class StatementRecord {

    /** A record stripped of its trailing spaces must reach this far: 金額. */
    static final int LEAST_BYTES = 36;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(StatementHeaderRecord.BYTES)
                    .constant("データ区分", "2")
                    .any("照会番号", 8)
                    .digits("勘定日", 6)
                    .any("預入・払出日", 6)
                    .digits("入払区分", 1)
                    .digits("取引区分", 2)
                    .digits("金額", 12)
                    .any("うち他店券金額", 12)
                    .any("交換呈示日", 6)
                    .any("不渡返還日", 6)
                    .any("手形・小切手区分", 1)
                    .any("手形・小切手番号", 7)
                    .any("僚店番号", 3)
                    .any("振込依頼人コード", 10)
                    .any("振込依頼人名または契約者番号", 48)
                    .any("仕向銀行名", 15)
                    .any("仕向店名", 15)
                    .any("摘要内容", 20)
                    .any("EDI情報", 20)
                    .any("ダミー", 1)
                    .end();
    private static final RecordField INQUIRY = LAYOUT.field("照会番号");
    private static final RecordField DAY = LAYOUT.field("勘定日");
    private static final RecordField VALUE_DAY = LAYOUT.field("預入・払出日");
    private static final RecordField DIRECTION = LAYOUT.field("入払区分");
    private static final RecordField KIND = LAYOUT.field("取引区分");
    private static final RecordField AMOUNT = LAYOUT.field("金額");
    private static final RecordField CONSIGNOR = LAYOUT.field("振込依頼人コード");
    private static final RecordField NAME = LAYOUT.field("振込依頼人名または契約者番号");
    private static final RecordField REMARK = LAYOUT.field("摘要内容");
    private static final RecordField EDI = LAYOUT.field("EDI情報");

    private StatementRecord() {}

    /** The record as a line; {@code offset} and {@code length} say where it was in the file. */
    static StatementLine read(RecordPlace place, int offset, int length) {
        place.mustFit(LAYOUT);
        long direction = place.number(DIRECTION);
        if (direction != 1 && direction != 2) {
            throw place.refusal("bank.recordField", DIRECTION, "1, 2");
        }
        long amount = place.number(AMOUNT);
        if (amount == 0) {
            throw place.refusal("bank.recordField", AMOUNT, "> 0");
        }
        return new StatementLine(
                (int) place.line(),
                offset,
                length,
                StatementHeaderRecord.day(place, DAY),
                direction == 1,
                place.digits(KIND),
                amount,
                place.text(CONSIGNOR).strip(),
                place.text(NAME),
                place.text(REMARK),
                place.text(EDI));
    }

    /** Writes a line; {@code inquiry} is the bank's own number of it. */
    static void write(StatementLine line, int inquiry, byte[] into, int at) {
        LAYOUT.start(into, at);
        INQUIRY.putText(into, at, "%08d".formatted(inquiry));
        StatementHeaderRecord.putDay(into, at, DAY, line.day());
        VALUE_DAY.putText(into, at, DAY.whole(into, at));
        DIRECTION.putNumber(into, at, line.credit() ? 1 : 2);
        KIND.putDigits(into, at, line.kind());
        AMOUNT.putNumber(into, at, line.amount());
        CONSIGNOR.putText(into, at, line.consignorCode());
        NAME.putText(into, at, line.name());
        REMARK.putText(into, at, line.remark());
        EDI.putText(into, at, line.reference());
    }
}
