package jp.kyufu.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.kyufu.bank.DataRecord;
import jp.kyufu.bank.TransferFile;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramTerms.Points;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Rail;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.vault.Fingerprints;

/** Names, bytes and digests of files: the same payments give the same, whenever and wherever. */
final class FileForm {

    private FileForm() {}

    /** The name the contract fixes (§5, §6). */
    static String name(Program program, Rail rail, int fileNo, Optional<LocalDate> payDate) {
        return switch (rail) {
            case CASH ->
                    "furikomi-%s-%06d-%s.txt"
                            .formatted(
                                    program.code(),
                                    fileNo,
                                    payDate.orElseThrow().format(DateTimeFormatter.BASIC_ISO_DATE));
            case POINTS -> "points-%s-%06d.csv".formatted(program.code(), fileNo);
        };
    }

    /** The bytes of a file; refuses what the bank's form cannot take. */
    static byte[] write(Program program, Rail rail, Optional<LocalDate> payDate, List<Item> items) {
        return switch (rail) {
            case CASH ->
                    TransferFile.write(
                            program.terms().consignor(),
                            program.bankProfile(),
                            payDate.orElseThrow(),
                            items.stream().map(FileForm::dataRecord).toList());
            case POINTS -> PointFile.write(points(program).expires(), program.code(), items);
        };
    }

    /**
     * Reads bytes back as {@link #write} makes them.
     *
     * @throws FileRefusal for every other byte, another consignor or another pay date
     */
    static List<Item> read(Program program, DispatchFile file, byte[] bytes) {
        return switch (file.rail()) {
            case CASH -> {
                TransferFile read = TransferFile.read(bytes, program.bankProfile(), file.name());
                MonthDay payDay = MonthDay.from(file.payDate().orElseThrow());
                if (!read.header().consignor().equals(program.terms().consignor())
                        || !read.header().payDay().equals(payDay)) {
                    throw new FileRefusal(
                            "dispatch.header",
                            file.name(),
                            1,
                            "",
                            read.header().consignor().code() + " " + read.header().payDay(),
                            program.terms().consignor().code() + " " + payDay);
                }
                yield read.records().stream().map(FileForm::item).toList();
            }
            case POINTS ->
                    PointFile.readExactly(
                            bytes, points(program).expires(), program.code(), file.name());
        };
    }

    /**
     * The digest approval binds beside the bytes: SHA-256 over the payments in order of number,
     * each as number, amount, fingerprint in hexadecimal and payee as sent, parted by tabs.
     *
     * @param fingerprints of the items, in their order; null: a charge code
     */
    static byte[] digest(List<Item> items, byte[][] fingerprints) {
        MessageDigest digest = sha256();
        long last = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Check.that(item.paymentNo() > last, "payment %s out of order", item.paymentNo());
            last = item.paymentNo();
            byte[] fingerprint = fingerprints[i];
            String line =
                    item.paymentNo()
                            + "\t"
                            + item.amount()
                            + "\t"
                            + (fingerprint == null ? "" : HexFormat.of().formatHex(fingerprint))
                            + "\t"
                            + item.destination().asSent()
                            + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    /** The same with fingerprints computed from what the items say. */
    static byte[] digest(List<Item> items, Fingerprints fingerprints) {
        return digest(items, fingerprints(items, fingerprints));
    }

    /** The fingerprints of the items' destinations, in their order; null: a charge code. */
    static byte[][] fingerprints(List<Item> items, Fingerprints fingerprints) {
        return items.stream().map(item -> item.fingerprint(fingerprints)).toArray(byte[][]::new);
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataRecord dataRecord(Item item) {
        if (item.destination() instanceof Destination.Account(TransferAccount account)) {
            return new DataRecord(account, item.amount(), item.paymentNo());
        }
        throw new IllegalStateException("payment " + item.paymentNo() + " has no bank account");
    }

    private static Item item(DataRecord record) {
        return new Item(
                record.paymentNo(), record.amount(), new Destination.Account(record.account()));
    }

    private static Points points(Program program) {
        return program.terms().points().orElseThrow();
    }
}
