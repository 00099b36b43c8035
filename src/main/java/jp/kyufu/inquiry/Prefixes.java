package jp.kyufu.inquiry;

import java.util.Arrays;

/**
 * Positions in the order of a text of each, so that those whose text begins alike lie together:
 * four bytes for each position.
 */
final class Prefixes {

    /** The text of a position. */
    interface Text {

        /** The byte at a place, 0 to 255; -1 behind the end. */
        int at(int position, int place);
    }

    private static final int FEW = 12;

    private final Text text;
    private final int[] order;

    /**
     * @param positions in any order; sorted here
     */
    Prefixes(int[] positions, Text text) {
        this.text = text;
        this.order = positions;
        sort(0, positions.length, 0);
    }

    /** A stretch of the order. */
    record Range(int from, int to) {

        int size() {
            return to - from;
        }
    }

    int position(int at) {
        return order[at];
    }

    /** Where the positions lie whose text begins with the bytes up to {@code length}. */
    Range range(byte[] prefix, int length) {
        int from = first(prefix, length, false);
        return new Range(from, first(prefix, length, true));
    }

    long memory() {
        return 4L * order.length;
    }

    /** The first place whose text is not before the prefix, or, past it, not begun with it. */
    private int first(byte[] prefix, int length, boolean past) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = compare(order[middle], prefix, length);
            if (compared < 0 || past && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 0 where the text of the position begins with the prefix. */
    private int compare(int position, byte[] prefix, int length) {
        for (int i = 0; i < length; i++) {
            int compared = text.at(position, i) - (prefix[i] & 0xff);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** Multikey quicksort (Bentley, Sedgewick 1997): looks at each byte hardly more than once. */
    private void sort(int from, int to, int place) {
        int low = from;
        int high = to;
        int depth = place;
        while (high - low > FEW) {
            int pivot = median(low, high, depth);
            int less = low;
            int more = high;
            int i = low;
            while (i < more) {
                int found = text.at(order[i], depth);
                if (found < pivot) {
                    swap(less++, i++);
                } else if (found > pivot) {
                    swap(i, --more);
                } else {
                    i++;
                }
            }
            sort(low, less, depth);
            sort(more, high, depth);
            if (pivot < 0) {
                return; // equal to their end
            }
            low = less;
            high = more;
            depth++;
        }
        insert(low, high, depth);
    }

    private int median(int from, int to, int depth) {
        int[] three = {
            text.at(order[from], depth),
            text.at(order[(from + to) >>> 1], depth),
            text.at(order[to - 1], depth)
        };
        Arrays.sort(three);
        return three[1];
    }

    private void insert(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && isBefore(order[j], order[j - 1], depth); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean isBefore(int one, int other, int depth) {
        for (int place = depth; ; place++) {
            int mine = text.at(one, place);
            int compared = mine - text.at(other, place);
            if (compared != 0 || mine < 0) {
                return compared < 0;
            }
        }
    }

    private void swap(int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
