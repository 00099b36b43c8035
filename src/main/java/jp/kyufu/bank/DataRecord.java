package jp.kyufu.bank;

import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Check;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.TransferAccount;

/**
 * 総合振込 data record (データ区分 2): one credit transfer. Optional names are left out, 新規コード is 0, 振込指定区分
 * is 7 (電信), 識別表示 is a space so that the customer codes never reach the payee.
 *
 * @param account the payee's, its holder as sent
 * @param amount yen, 0 to 9,999,999,999; a file with 0 yen is refused when it is written
 * @param paymentNo at most ten digits, sent as 顧客コード1
 */
public record DataRecord(TransferAccount account, long amount, long paymentNo) {

    /** The largest amount ten digits can say. */
    public static final long AMOUNT_MAX = 9_999_999_999L;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(RecordLayout.BYTES)
                    .constant("データ区分", "2")
                    .digits("被仕向銀行番号", 4)
                    .blank("被仕向銀行名", 15)
                    .digits("被仕向支店番号", 3)
                    .blank("被仕向支店名", 15)
                    .any("手形交換所番号", 4)
                    .digits("預金種目", 1)
                    .digits("口座番号", 7)
                    .kana("受取人名", 30)
                    .digits("振込金額", 10)
                    .constant("新規コード", "0")
                    .digits("顧客コード1", 10)
                    .constant("顧客コード2", "0000000000")
                    .constant("振込指定区分", "7")
                    .blank("識別表示", 1)
                    .blank("ダミー", 7)
                    .end();
    private static final RecordField BANK = LAYOUT.field("被仕向銀行番号");
    private static final RecordField BRANCH = LAYOUT.field("被仕向支店番号");
    private static final RecordField CLEARING_HOUSE = LAYOUT.field("手形交換所番号");
    private static final RecordField TYPE = LAYOUT.field("預金種目");
    private static final RecordField ACCOUNT = LAYOUT.field("口座番号");
    private static final RecordField PAYEE = LAYOUT.field("受取人名");
    private static final RecordField AMOUNT = LAYOUT.field("振込金額");
    private static final RecordField PAYMENT = LAYOUT.field("顧客コード1");

    public DataRecord {
        Check.that(amount >= 0 && amount <= AMOUNT_MAX, "amount of 10 digits: %s", amount);
        Check.that(paymentNo > 0 && paymentNo <= 9_999_999_999L, "payment number %s", paymentNo);
    }

    /** Writes 120 bytes; {@code clearingHouse} is the bank profile's four characters. */
    void write(byte[] into, int at, String clearingHouse) {
        LAYOUT.start(into, at);
        BANK.putDigits(into, at, account.bank().digits());
        BRANCH.putDigits(into, at, account.branch().digits());
        CLEARING_HOUSE.putText(into, at, clearingHouse);
        TYPE.putNumber(into, at, account.type().code());
        ACCOUNT.putDigits(into, at, account.number().digits());
        PAYEE.putText(into, at, account.holder());
        AMOUNT.putNumber(into, at, amount);
        PAYMENT.putNumber(into, at, paymentNo);
    }

    /** Reads a record as this class writes it; anything else refuses the file. */
    static DataRecord read(RecordPlace place, String clearingHouse) {
        place.mustFit(LAYOUT);
        if (!place.whole(CLEARING_HOUSE).equals(clearingHouse)) {
            throw place.refusal("bank.recordField", CLEARING_HOUSE, "'" + clearingHouse + "'");
        }
        long type = place.number(TYPE);
        if (type != 1 && type != 2 && type != 4) {
            throw place.refusal("bank.recordField", TYPE, "1, 2, 4");
        }
        TransferAccount account =
                new TransferAccount(
                        new BankCode(place.digits(BANK)),
                        new BranchCode(place.digits(BRANCH)),
                        DepositType.ofCode((int) type),
                        new AccountNo(place.digits(ACCOUNT)),
                        place.text(PAYEE));
        return new DataRecord(account, place.number(AMOUNT), place.number(PAYMENT));
    }
}
