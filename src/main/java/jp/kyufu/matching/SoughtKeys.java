package jp.kyufu.matching;

import java.util.Arrays;

/** Distinct 64-bit keys, numbered in the order in which they came; 0 is none. No objects. */
final class SoughtKeys {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long[] table = new long[1 << 10];
    private int[] numbers = new int[table.length];
    private int size;

    /**
     * A bit or none for each key, 16 to 32 bits a key: nearly every key of a register is sought by
     * nobody, and this says so from a core's own cache.
     */
    private long[] filter = new long[table.length >> 4];

    void add(long key) {
        if (key == 0) {
            return;
        }
        int slot = slot(key);
        if (table[slot] == 0) {
            table[slot] = key;
            numbers[slot] = size++;
            mark(key);
            if (size > table.length / 4) {
                grow();
            }
        }
    }

    int size() {
        return size;
    }

    /** The number of this key; -1 if nobody seeks it. */
    int number(long key) {
        long mixed = key * STEP;
        if (key == 0 || (filter[word(mixed)] & 1L << (mixed >>> 58)) == 0) {
            return -1;
        }
        int slot = slot(key);
        return table[slot] == 0 ? -1 : numbers[slot];
    }

    private void mark(long key) {
        long mixed = key * STEP;
        filter[word(mixed)] |= 1L << (mixed >>> 58);
    }

    private int word(long mixed) {
        return (int) (mixed >>> 26) & (filter.length - 1);
    }

    /** Where the key stands, or the free slot where it would. */
    private int slot(long key) {
        int mask = table.length - 1;
        int slot = (int) ((key * STEP) >>> 32) & mask;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldTable = table;
        int[] oldNumbers = numbers;
        table = new long[oldTable.length * 2];
        numbers = Arrays.copyOf(oldNumbers, table.length);
        filter = new long[table.length >> 4];
        for (int i = 0; i < oldTable.length; i++) {
            if (oldTable[i] != 0) {
                int slot = slot(oldTable[i]);
                table[slot] = oldTable[i];
                numbers[slot] = oldNumbers[i];
                mark(oldTable[i]);
            }
        }
    }
}
