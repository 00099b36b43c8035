package jp.kyufu.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/**
 * From a 64-bit key to the positions that carry it: about 16 bytes per position and no objects. 32
 * bits of each key stay beside it, so a chain walked with {@link #next} shows a foreign key once in
 * four billion; whoever must not take it for his compares.
 *
 * <pre>{@code
 * for (int i = index.first(key); i >= 0; i = index.next(key, i)) { ... }
 * }</pre>
 */
public final class ChainedIndex {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final int[] heads;
    private final int[] nexts;
    private final int[] tags;
    private final int shift;

    /** An index of the positions 0 to {@code size} - 1; those with key 0 are left out. */
    public ChainedIndex(int size, IntToLongFunction keyOf) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(size, 1));
        heads = new int[1 << bits];
        nexts = new int[size];
        tags = new int[size];
        shift = 64 - bits;
        Arrays.fill(heads, -1);
        // Backwards, so that a chain runs in rising order.
        for (int i = size - 1; i >= 0; i--) {
            long key = keyOf.applyAsLong(i);
            if (key != 0) {
                long mixed = key * STEP;
                int slot = (int) (mixed >>> shift);
                tags[i] = (int) mixed;
                nexts[i] = heads[slot];
                heads[slot] = i;
            }
        }
    }

    /** The first position of this key; -1 if there is none. */
    public int first(long key) {
        return key == 0 ? -1 : seek(key, heads[(int) ((key * STEP) >>> shift)]);
    }

    /** The position after this one; -1 at the end. */
    public int next(long key, int position) {
        return seek(key, nexts[position]);
    }

    /** Gives every position of this key, in rising order. */
    void each(long key, IntConsumer position) {
        for (int i = first(key); i >= 0; i = next(key, i)) {
            position.accept(i);
        }
    }

    /** How many positions carry this key, counted no further than {@code most}. */
    int count(long key, int most) {
        int count = 0;
        for (int i = first(key); i >= 0 && count < most; i = next(key, i)) {
            count++;
        }
        return count;
    }

    private int seek(long key, int from) {
        int tag = (int) (key * STEP);
        int at = from;
        while (at >= 0 && tags[at] != tag) {
            at = nexts[at];
        }
        return at;
    }
}
