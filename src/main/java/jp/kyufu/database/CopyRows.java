package jp.kyufu.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.value.Check;

/**
 * Rows kept as the server sent them, some bytes longer than their values and decoded only when
 * asked for: the way to hold a city in memory. Filled by one thread, then read by any.
 */
public final class CopyRows {

    private static final int PAGE_BITS = 18;
    private static final int PAGE = 1 << PAGE_BITS;

    private final List<byte[]> pages = new ArrayList<>();
    private int[] places = new int[1 << 10];
    private int size;
    private int filled = PAGE; // of the last page

    /** Keeps a copy of the row a reader stands on. */
    public void add(CopyRow row) {
        int bytes = row.size();
        if (filled + bytes > PAGE) {
            Check.that(pages.size() < 1 << (31 - PAGE_BITS), "more than 2 GiB of rows");
            pages.add(new byte[Math.max(PAGE, bytes)]);
            filled = 0;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        row.copyTo(pages.getLast(), filled);
        places[size++] = (pages.size() - 1) << PAGE_BITS | filled;
        filled += bytes;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /**
     * Makes {@code row} stand on the row of this position, from 0.
     *
     * @param row of the calling thread, used again and again
     */
    public CopyRow read(int position, CopyRow row) {
        int place = places[position];
        row.take(pages.get(place >>> PAGE_BITS), place & PAGE - 1);
        return row;
    }
}
