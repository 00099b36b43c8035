package jp.kyufu.reconciliation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a bank, made of the transfer file that was sent. */
final class Answers {

    private static final int RECORD = 122;

    private final byte[] sent;
    private final Map<Long, Integer> records = new LinkedHashMap<>();

    Answers(Path sentFile) {
        try {
            sent = Files.readAllBytes(sentFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int at = RECORD; sent[at] == '2'; at += RECORD) {
            records.put(Long.parseLong(text(at + 91, 10)), at);
        }
    }

    /** A return file about these payments, in this order, with these codes. */
    byte[] file(Map<Long, String> codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(sent, 0, RECORD);
        long sum = 0;
        for (Map.Entry<Long, String> code : codes.entrySet()) {
            byte[] record = record(code.getKey(), code.getValue());
            sum += Long.parseLong(new String(record, 80, 10, StandardCharsets.US_ASCII));
            out.writeBytes(record);
        }
        out.writeBytes(trailer(codes.size(), sum));
        return out.toByteArray();
    }

    /** The record of a payment with a code; for defects. */
    byte[] record(long payment, String code) {
        byte[] record = new byte[RECORD];
        System.arraycopy(sent, records.get(payment), record, 0, RECORD);
        record[113] = (byte) code.charAt(0);
        return record;
    }

    byte[] header() {
        byte[] header = new byte[RECORD];
        System.arraycopy(sent, 0, header, 0, RECORD);
        return header;
    }

    static byte[] trailer(int count, long sum) {
        return ("8%06d%012d%s\r\n9%s\r\n".formatted(count, sum, " ".repeat(101), " ".repeat(119)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String text(int at, int length) {
        return new String(sent, at, length, StandardCharsets.US_ASCII);
    }
}
