package jp.kyufu.upload;

import java.util.Arrays;

/**
 * Some consecutive records of a file as they stand in it: one array of bytes and where each record
 * lies in it. Filled by the scanner, read by one worker and by whoever keeps its rejects.
 */
final class RecordBlock {

    private final byte[] bytes;
    private int[] starts = new int[2_048];
    private int[] ends = new int[2_048];
    private long[] lines = new long[2_048];
    private boolean[] broken = new boolean[2_048];
    private int size;
    private long nextOffset;
    private long nextLine;

    RecordBlock(byte[] bytes) {
        this.bytes = bytes;
    }

    void add(int start, int end, long line, boolean isBroken) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
            broken = Arrays.copyOf(broken, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        lines[size] = line;
        broken[size] = isBroken;
        size++;
    }

    /** Says where reading goes on when all records of this block are stored. */
    void close(long offset, long line) {
        nextOffset = offset;
        nextLine = line;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int record) {
        return starts[record];
    }

    int length(int record) {
        return ends[record] - starts[record];
    }

    /** The physical line on which a record starts. */
    long line(int record) {
        return lines[record];
    }

    /** Whether its quotes do not close as RFC 4180 demands, or it is too long to be a row. */
    boolean isBroken(int record) {
        return broken[record];
    }

    /** A copy of a record's bytes, without its line end. */
    byte[] raw(int record) {
        return Arrays.copyOfRange(bytes, starts[record], ends[record]);
    }

    /** The record that starts on a line, or a negative number. */
    int recordAt(long line) {
        return Arrays.binarySearch(lines, 0, size, line);
    }

    long nextOffset() {
        return nextOffset;
    }

    long nextLine() {
        return nextLine;
    }
}
