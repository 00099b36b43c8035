package jp.kyufu.city;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.city.Seed.Purpose;
import jp.kyufu.value.FileRefusal;

/**
 * The bank's answer to one transfer file: the same records with the result in column 114, and in
 * the trailer what was done and what failed (columns 20 to 55). 0.6 % are returned.
 */
final class TransferAnswer {

    private static final int BYTES = 120;
    private static final int RESULT = 113;
    private static final int PER_MILLE_RETURNED = 6;
    private static final char CREDITED = '0';
    private static final char UNKNOWN = '7';

    private final Seed seed;
    private final byte[] sent;
    private final List<ReturnLine.Read> lines;
    private final int terminator;

    TransferAnswer(Seed seed, byte[] sent, String file) {
        this.seed = seed;
        this.sent = sent;
        // A transfer file has the same records as a return file; only column 114 is still empty.
        this.lines =
                ReturnFile.read(sent, file).lines().stream()
                        .map(line -> readable(line, file))
                        .toList();
        this.terminator = lines.isEmpty() ? 0 : lines.getFirst().offset() - BYTES;
    }

    int payments() {
        return lines.size();
    }

    /**
     * A return file about some of the payments.
     *
     * @param places of the payments in the transfer file, in the order of the answer
     * @param unknownCode whether the first of them gets a code that nobody knows
     */
    byte[] file(List<Integer> places, boolean unknownCode) {
        int stride = BYTES + terminator;
        byte[] file = new byte[stride * (places.size() + 3)];
        record(0, file, 0);
        int doneCount = 0;
        int failedCount = 0;
        long doneSum = 0;
        long failedSum = 0;
        int at = stride;
        for (int place : places) {
            ReturnLine.Read line = lines.get(place);
            boolean odd = unknownCode && at == stride;
            char code = odd ? UNKNOWN : code(line.paymentNo());
            record(line.offset(), file, at);
            file[at + RESULT] = (byte) code;
            if (code == CREDITED) {
                doneCount++;
                doneSum += line.amount();
            } else {
                failedCount++;
                failedSum += line.amount();
            }
            at += stride;
        }
        int trailer = lines.getLast().offset() + stride;
        record(trailer, file, at);
        put(file, at + 1, doneCount + failedCount, 6);
        put(file, at + 7, doneSum + failedSum, 12);
        put(file, at + 19, doneCount, 6);
        put(file, at + 25, doneSum, 12);
        put(file, at + 37, failedCount, 6);
        put(file, at + 43, failedSum, 12);
        record(trailer + stride, file, at + stride);
        return file;
    }

    /** 0 credited, else 1 no such account, 2 name differs, 9 other. */
    private char code(long paymentNo) {
        RandomGenerator random = seed.of(Purpose.ANSWER, paymentNo);
        if (random.nextInt(1_000) >= PER_MILLE_RETURNED) {
            return CREDITED;
        }
        int lot = random.nextInt(10);
        return lot < 5 ? '1' : lot < 8 ? '2' : '9';
    }

    /** Copies a record of the transfer file, and what ends its header. */
    private void record(int from, byte[] file, int at) {
        System.arraycopy(sent, from, file, at, BYTES);
        System.arraycopy(sent, BYTES, file, at + BYTES, terminator);
    }

    private static void put(byte[] file, int at, long number, int length) {
        byte[] digits = HouseholdMaker.digits(number, length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, file, at, length);
    }

    private static ReturnLine.Read readable(ReturnLine line, String file) {
        return switch (line) {
            case ReturnLine.Read read when read.length() == BYTES -> read;
            case ReturnLine.Read read ->
                    throw unreadable(file, read.lineNo(), read.length() + " B", BYTES + " B");
            case ReturnLine.Unreadable odd ->
                    throw unreadable(file, odd.lineNo(), odd.found(), odd.expected());
        };
    }

    private static FileRefusal unreadable(String file, int line, String found, String expected) {
        return new FileRefusal("city.recordUnreadable", file, line, "", found, expected);
    }
}
