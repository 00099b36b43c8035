package jp.kyufu.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;

/**
 * A file of 総合振込: header, data records in the order given, trailer, end. What is read back from
 * written bytes equals what was written, field by field, or the bytes are refused.
 */
public record TransferFile(HeaderRecord header, List<DataRecord> records, TrailerRecord trailer) {

    public TransferFile {
        records = List.copyOf(records);
    }

    /**
     * The bytes of a file. Refuses what the format or the bank cannot take: no record, more records
     * than the profile or 999,999, 0 yen, a sum above 999,999,999,999 yen, a payee or consignor
     * name with characters the profile does not allow, a consignor's savings account.
     */
    public static byte[] write(
            Consignor consignor, BankProfile profile, LocalDate payDate, List<DataRecord> records) {
        byte[] terminator = terminator(profile);
        int stride = RecordLayout.BYTES + terminator.length;
        mustBeSendable(consignor, profile);
        TrailerRecord trailer = total(profile, records);

        byte[] file = new byte[Math.multiplyExact(stride, records.size() + 3)];
        int at = 0;
        new HeaderRecord(consignor, MonthDay.from(payDate)).write(file, at);
        for (DataRecord record : records) {
            at += stride;
            record.write(file, at, profile.clearingHouse());
        }
        at += stride;
        trailer.write(file, at);
        at += stride;
        EndRecord.write(file, at);
        for (int end = RecordLayout.BYTES; end < file.length; end += stride) {
            System.arraycopy(terminator, 0, file, end, terminator.length);
        }
        return file;
    }

    /**
     * Reads a file exactly as {@link #write} makes it for this profile. Refuses every other byte:
     * used to compare a built file with the payments it was built from.
     */
    public static TransferFile read(byte[] bytes, BankProfile profile, String file) {
        byte[] terminator = terminator(profile);
        int stride = RecordLayout.BYTES + terminator.length;
        int count = bytes.length / stride - 3;
        if (bytes.length % stride != 0 || count < 0) {
            throw new FileRefusal(
                    "bank.fileLength", file, 1, "", bytes.length + " B", "n x " + stride + " B");
        }
        for (int i = 0; i < count + 3; i++) {
            int end = i * stride + RecordLayout.BYTES;
            if (!Arrays.equals(
                    bytes, end, end + terminator.length, terminator, 0, terminator.length)) {
                String found = JisX0201.decode(bytes, end, terminator.length);
                throw new FileRefusal(
                        "bank.fileTerminator",
                        file,
                        i + 1,
                        "c121",
                        found,
                        profile.terminator().name());
            }
        }
        HeaderRecord header = HeaderRecord.read(new RecordPlace(file, 1, bytes, 0));
        List<DataRecord> records = new ArrayList<>(count);
        long sum = 0;
        for (int i = 1; i <= count; i++) {
            DataRecord record =
                    DataRecord.read(
                            new RecordPlace(file, i + 1, bytes, i * stride),
                            profile.clearingHouse());
            records.add(record);
            sum += record.amount();
        }
        RecordPlace trailerPlace = new RecordPlace(file, count + 2, bytes, (count + 1) * stride);
        TrailerRecord trailer = TrailerRecord.read(trailerPlace);
        trailer.mustCount(trailerPlace, count);
        trailer.mustSum(trailerPlace, sum);
        EndRecord.read(new RecordPlace(file, count + 3, bytes, (count + 2) * stride));
        return new TransferFile(header, records, trailer);
    }

    private static TrailerRecord total(BankProfile profile, List<DataRecord> records) {
        int most = Math.min(profile.recordsPerFile(), TrailerRecord.COUNT_MAX);
        if (records.isEmpty() || records.size() > most) {
            throw new Refusal("bank.recordCount", records.size(), most);
        }
        long sum = 0;
        for (DataRecord record : records) {
            String payment = Long.toString(record.paymentNo());
            if (record.amount() == 0) {
                throw new Refusal("bank.zeroYen", payment);
            }
            String payee = record.account().holder();
            if (payee.isEmpty() || payee.length() > ZenginText.PAYEE_BYTES) {
                throw new Refusal("bank.payeeLength", payment, ZenginText.PAYEE_BYTES);
            }
            if (!ZenginText.isSendable(payee, profile.symbols())) {
                throw new Refusal("bank.payeeCharacters", payment);
            }
            sum += record.amount();
        }
        if (sum > TrailerRecord.SUM_MAX) {
            throw new Refusal("bank.sumTooLarge", sum, TrailerRecord.SUM_MAX);
        }
        return new TrailerRecord(records.size(), sum);
    }

    private static void mustBeSendable(Consignor consignor, BankProfile profile) {
        if (consignor.type() == DepositType.SAVINGS) {
            throw new Refusal("bank.consignorSavings");
        }
        if (consignor.name().length() > ZenginText.CONSIGNOR_BYTES
                || !ZenginText.isSendable(consignor.name(), profile.symbols())) {
            throw new Refusal("bank.consignorName", consignor.name(), ZenginText.CONSIGNOR_BYTES);
        }
    }

    private static byte[] terminator(BankProfile profile) {
        return profile.terminator().text().getBytes(StandardCharsets.US_ASCII);
    }
}
