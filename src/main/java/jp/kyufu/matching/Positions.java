package jp.kyufu.matching;

import java.util.Arrays;

/** A few positions of residents, growing. */
final class Positions {

    static final int[] EMPTY = {};

    private int[] values = EMPTY;
    private int size;

    void add(int position) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size == 0 ? 6 : size * 2);
        }
        values[size++] = position;
    }

    int size() {
        return size;
    }

    /** Forgets the positions after the first {@code size}. */
    void shrink(int size) {
        this.size = Math.min(this.size, size);
    }

    int[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
