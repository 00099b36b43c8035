package jp.kyufu.matching;

import java.util.function.IntToLongFunction;

/** How often each value occurs; 24 to 48 bytes a distinct value, no objects. */
final class Counts {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long[] values = new long[1 << 10];
    private int[] counts = new int[values.length];
    private int distinct;

    /** Counts the values of the positions 0 to {@code size} - 1. */
    Counts(int size, IntToLongFunction valueOf) {
        for (int i = 0; i < size; i++) {
            long value = valueOf.applyAsLong(i);
            int slot = slot(value);
            if (counts[slot]++ == 0) {
                values[slot] = value;
                if (++distinct > values.length / 2) {
                    grow();
                }
            }
        }
    }

    /** How often this value occurred. */
    int of(long value) {
        return counts[slot(value)];
    }

    /** Where the value stands, or the free slot where it would. */
    private int slot(long value) {
        int mask = values.length - 1;
        int slot = (int) ((value * STEP) >>> 32) & mask;
        while (counts[slot] != 0 && values[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldValues = values;
        int[] oldCounts = counts;
        values = new long[oldValues.length * 2];
        counts = new int[values.length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldValues[i]);
                values[slot] = oldValues[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
