package jp.kyufu.bank;

import java.util.Optional;
import java.util.OptionalLong;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;

/**
 * 総合振込 data record as a bank sends it back: the facts of the transfer, and in column 114 what
 * became of it. Fields a bank may fill in as it likes are not looked at.
 */
final class ReturnRecord {

    /** A record stripped of its trailing spaces must reach this far: 顧客コード1. */
    static final int LEAST_BYTES = 101;

    private static final RecordLayout LAYOUT =
            RecordLayout.ofBytes(RecordLayout.BYTES)
                    .constant("データ区分", "2")
                    .digits("被仕向銀行番号", 4)
                    .any("被仕向銀行名", 15)
                    .digits("被仕向支店番号", 3)
                    .any("被仕向支店名", 15)
                    .any("手形交換所番号", 4)
                    .digits("預金種目", 1)
                    .digits("口座番号", 7)
                    .any("受取人名", 30)
                    .digits("振込金額", 10)
                    .any("新規コード", 1)
                    .digits("顧客コード1", 10)
                    .any("顧客コード2", 10)
                    .any("振込指定区分", 1)
                    .any("識別表示", 1)
                    .any("振込結果コード", 1)
                    .any("ダミー", 6)
                    .end();
    private static final RecordField BANK = LAYOUT.field("被仕向銀行番号");
    private static final RecordField BRANCH = LAYOUT.field("被仕向支店番号");
    private static final RecordField TYPE = LAYOUT.field("預金種目");
    private static final RecordField ACCOUNT = LAYOUT.field("口座番号");
    private static final RecordField PAYEE = LAYOUT.field("受取人名");
    private static final RecordField AMOUNT = LAYOUT.field("振込金額");
    private static final RecordField PAYMENT = LAYOUT.field("顧客コード1");
    private static final RecordField RESULT = LAYOUT.field("振込結果コード");

    private ReturnRecord() {}

    /** The amount, if it is one, even where another field cannot be read. */
    static OptionalLong amount(RecordPlace place) {
        return AMOUNT.fits(place.bytes(), place.offset())
                ? OptionalLong.of(place.number(AMOUNT))
                : OptionalLong.empty();
    }

    /** The record as a line; {@code offset} and {@code length} say where it was in the file. */
    static ReturnLine read(RecordPlace place, int offset, int length) {
        int line = (int) place.line();
        Optional<RecordField> misfit = LAYOUT.misfit(place.bytes(), place.offset());
        if (misfit.isPresent()) {
            RecordField field = misfit.get();
            return new ReturnLine.Unreadable(
                    line, offset, length, field.place(), place.whole(field), field.expected());
        }
        return new ReturnLine.Read(
                line,
                offset,
                length,
                new BankCode(place.digits(BANK)),
                new BranchCode(place.digits(BRANCH)),
                place.digits(TYPE).charAt(0),
                new AccountNo(place.digits(ACCOUNT)),
                place.text(PAYEE),
                place.number(AMOUNT),
                place.number(PAYMENT),
                place.whole(RESULT).charAt(0));
    }
}
