package jp.kyufu.matching;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * From a 64-bit key to the positions that may carry it: about 12 bytes per position and no objects.
 * A chain holds every position of its key and, rarely, some of others: whoever walks it compares.
 *
 * <pre>{@code
 * for (int i = index.first(key); i >= 0; i = index.next(i)) { ... }
 * }</pre>
 */
final class ChainedIndex {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final int[] heads;
    private final int[] nexts;
    private final int shift;

    /** An index of the positions 0 to {@code size} - 1; those with key 0 are left out. */
    ChainedIndex(int size, IntToLongFunction keyOf) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(size, 1));
        heads = new int[1 << bits];
        nexts = new int[size];
        shift = 64 - bits;
        Arrays.fill(heads, -1);
        // Backwards, so that a chain runs in rising order.
        for (int i = size - 1; i >= 0; i--) {
            long key = keyOf.applyAsLong(i);
            int slot = key == 0 ? -1 : slot(key);
            if (slot >= 0) {
                nexts[i] = heads[slot];
                heads[slot] = i;
            }
        }
    }

    int first(long key) {
        return key == 0 ? -1 : heads[slot(key)];
    }

    int next(int position) {
        return nexts[position];
    }

    private int slot(long key) {
        return (int) ((key * STEP) >>> shift);
    }
}
