package jp.kyufu.city;

import java.util.Arrays;

/**
 * The applications of one channel in order of arrival, eight bytes each: seconds, household and the
 * application's place among the household's. The application itself is made again when written.
 */
final class Arrived {

    private static final int PLACE_BITS = 4;
    private static final int HOUSEHOLD_BITS = 26;
    private static final long EPOCH = Dates.WINDOW_FROM.minusDays(30).toEpochDay() * 86_400L;

    static final int MOST_HOUSEHOLDS = 1 << HOUSEHOLD_BITS;

    private long[] packed = new long[1_024];
    private int size;

    void add(long arrival, int household, int place) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        long key = (arrival - EPOCH) << HOUSEHOLD_BITS | household;
        packed[size++] = key << PLACE_BITS | place;
    }

    void sort() {
        Arrays.sort(packed, 0, size);
    }

    int size() {
        return size;
    }

    int household(int rank) {
        return (int) (packed[rank] >>> PLACE_BITS & (MOST_HOUSEHOLDS - 1));
    }

    int place(int rank) {
        return (int) (packed[rank] & ((1 << PLACE_BITS) - 1));
    }
}
