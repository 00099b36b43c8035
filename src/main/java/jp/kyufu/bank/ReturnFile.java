package jp.kyufu.bank;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import jp.kyufu.value.FileRefusal;

/**
 * A file of 総合振込 from the bank, with results in column 114. Lenient in form (any terminator, the
 * last one missing, 0x1A at the end, trailing spaces stripped), strict in substance: a file whose
 * records are out of order, cut short, or do not add up to its trailer is refused whole.
 *
 * @param consignorCode ten digits
 * @param payDay MMDD; the year is the caller's to know
 * @param lines every data record in the file's order
 */
public record ReturnFile(String consignorCode, MonthDay payDay, List<ReturnLine> lines) {

    public ReturnFile {
        lines = List.copyOf(lines);
    }

    /** The bytes of a line as they came. */
    public static byte[] original(byte[] file, ReturnLine line) {
        byte[] original = new byte[line.length()];
        System.arraycopy(file, line.offset(), original, 0, line.length());
        return original;
    }

    /**
     * Reads a file whole.
     *
     * @param file its name, for refusals
     * @throws FileRefusal for a BOM, code division 1 (EBCDIC), records out of order, cut short or
     *     too long, data after the end record, a trailer that does not fit
     */
    public static ReturnFile read(byte[] bytes, String file) {
        RecordScanner records = new RecordScanner(bytes, file, RecordLayout.BYTES);
        ReturnHeaderRecord header =
                ReturnHeaderRecord.read(records.next(ReturnHeaderRecord.LEAST_BYTES, '1', "1"));
        List<ReturnLine> lines = new ArrayList<>();
        long sum = 0;
        boolean everyAmount = true;
        while (records.nextIs('2')) {
            RecordPlace place = records.next(ReturnRecord.LEAST_BYTES, '2', "2");
            lines.add(ReturnRecord.read(place, records.offset(), records.length()));
            OptionalLong amount = ReturnRecord.amount(place);
            everyAmount &= amount.isPresent();
            sum += amount.orElse(0);
        }
        RecordPlace place = records.next(TrailerRecord.LEAST_BYTES, '8', "2, 8");
        TrailerRecord trailer = TrailerRecord.readFromBank(place);
        records.next(1, '9', "9");
        records.mustBeAtEnd();
        trailer.mustCount(place, lines.size());
        if (everyAmount) {
            trailer.mustSum(place, sum);
        }
        return new ReturnFile(header.consignorCode(), header.payDay(), lines);
    }
}
