package jp.kyufu.matching;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * From the few keys that somebody seeks to the positions of the register that carry them; filled by
 * a {@link RegisterPass}.
 */
final class SoughtIndex {

    private static final long POSITION = 0xffff_ffffL;

    private final SoughtKeys keys;
    private final IntToLongFunction keyOf;
    private final long[][] hits; // of each part of the register: number of the key, position
    private int[] ends; // of the positions of each key, by its number
    private int[] positions = Positions.EMPTY;

    SoughtIndex(SoughtKeys keys, IntToLongFunction keyOf, int parts) {
        this.keys = keys;
        this.keyOf = keyOf;
        hits = new long[parts][];
        ends = new int[keys.size()];
    }

    /** Looks through a part of the register. */
    void look(int part, int from, int to) {
        long[] found = new long[8];
        int size = 0;
        for (int i = from; i < to; i++) {
            int number = keys.number(keyOf.applyAsLong(i));
            if (number >= 0) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = (long) number << 32 | i;
            }
        }
        hits[part] = Arrays.copyOf(found, size);
    }

    /** Puts the parts together. */
    void build() {
        for (long[] part : hits) {
            for (long hit : part) {
                ends[(int) (hit >>> 32)]++;
            }
        }
        int sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += ends[i];
            ends[i] = sum - ends[i]; // for now where they begin
        }
        positions = new int[sum];
        for (long[] part : hits) {
            for (long hit : part) {
                positions[ends[(int) (hit >>> 32)]++] = (int) (hit & POSITION);
            }
        }
        Arrays.fill(hits, null);
    }

    /** The positions of this key, in rising order; nothing of a key that was not sought. */
    IntStream of(long key) {
        int number = keys.number(key);
        return number < 0
                ? IntStream.empty()
                : Arrays.stream(positions, begin(number), ends[number]);
    }

    /** How many positions carry this key; 0 of one that was not sought. */
    int count(long key) {
        int number = keys.number(key);
        return number < 0 ? 0 : ends[number] - begin(number);
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
