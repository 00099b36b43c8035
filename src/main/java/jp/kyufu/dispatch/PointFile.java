package jp.kyufu.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;

/**
 * The point allocation file (file contract §6): UTF-8, LF, one line a payment. No field can hold a
 * comma or a quote, so none is ever quoted.
 */
final class PointFile {

    private static final int COLUMNS = 6;

    private PointFile() {}

    /** The bytes of a file; {@code expires} and {@code business} are the same on every line. */
    static byte[] write(LocalDate expires, String business, List<Item> items) {
        String tail = "," + expires + "," + business + "\n";
        StringBuilder text = new StringBuilder(64 * (items.size() + 1));
        text.append(PointColumns.ALLOCATION).append('\n');
        for (Item item : items) {
            String payee = item.destination().asSent();
            boolean wallet = item.destination() instanceof Destination.Wallet;
            text.append(item.paymentNo())
                    .append(wallet ? "," + payee + ",," : ",," + payee + ",")
                    .append(item.amount())
                    .append(tail);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The items of a file; refuses a line that is none of this form. */
    static List<Item> read(byte[] bytes, String file) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (!lines[0].equals(PointColumns.ALLOCATION)) {
            throw refusal(file, 1, lines[0]);
        }
        List<Item> items = new ArrayList<>(lines.length);
        for (int line = 1; line < lines.length - 1; line++) {
            String[] fields = lines[line].split(",", -1);
            if (fields.length != COLUMNS
                    || !Digits.isDigits(fields[0], 1, 10)
                    || !Digits.isDigits(fields[3], 1, 12)
                    || fields[1].isEmpty() != ChargeCode.isWellFormed(fields[2])) {
                throw refusal(file, line + 1, lines[line]);
            }
            items.add(
                    new Item(
                            Long.parseLong(fields[0]),
                            Long.parseLong(fields[3]),
                            fields[1].isEmpty()
                                    ? new Destination.Code(fields[2])
                                    : new Destination.Wallet(fields[1])));
        }
        return items;
    }

    /** The same, but refuses every byte that {@link #write} would not make. */
    static List<Item> readExactly(byte[] bytes, LocalDate expires, String business, String file) {
        List<Item> items = read(bytes, file);
        if (!Arrays.equals(bytes, write(expires, business, items))) {
            throw refusal(file, 2, expires + "," + business);
        }
        return items;
    }

    private static FileRefusal refusal(String file, int line, String found) {
        return new FileRefusal(
                "dispatch.pointLine", file, line, "", found, PointColumns.ALLOCATION);
    }
}
