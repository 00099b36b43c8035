package jp.kyufu.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** From the key of a further name, which few residents have, to the residents. */
final class OtherNames {

    private final ChainedIndex index;
    private final long[] keys;
    private final int[] residents;

    private OtherNames(long[] keys, int[] residents) {
        this.keys = keys;
        this.residents = residents;
        this.index = new ChainedIndex(keys.length, i -> keys[i]);
    }

    /** Gives every resident of this key. */
    void each(long key, IntConsumer resident) {
        index.each(
                key,
                i -> {
                    if (keys[i] == key) {
                        resident.accept(residents[i]);
                    }
                });
    }

    /** Takes keys one by one. */
    static final class Builder {

        private long[] keys = new long[16];
        private int[] residents = new int[16];
        private int size;

        void add(long key, int resident) {
            if (key == 0) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                residents = Arrays.copyOf(residents, size * 2);
            }
            keys[size] = key;
            residents[size++] = resident;
        }

        OtherNames build() {
            return new OtherNames(Arrays.copyOf(keys, size), Arrays.copyOf(residents, size));
        }
    }
}
