package jp.kyufu.matching;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * From the number that a notice prints to the members of the household. In a register those of one
 * household mostly follow each other, so an entry stands for a run of them: 8 to 16 bytes a run,
 * with half of the mixed number beside the position, so that a foreign run is hardly ever looked
 * at.
 */
final class Households {

    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final long POSITION = 0xffff_ffffL;

    private final RegisterKeys register;
    private final AtomicLongArray runs; // half of the mixed number, then position + 1; 0: free
    private final int shift;

    Households(RegisterKeys register) {
        this.register = register;
        IntStream residents = IntStream.range(0, register.size()).parallel();
        int count = (int) residents.filter(this::isFirst).count();
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(count, 1));
        runs = new AtomicLongArray(1 << bits);
        shift = 64 - bits;
        IntStream.range(0, register.size()).parallel().filter(this::isFirst).forEach(this::add);
    }

    private void add(int first) {
        long mixed = printed(first) * STEP;
        long run = tag(mixed) | (first + 1);
        int slot = (int) (mixed >>> shift);
        while (runs.getPlain(slot) != 0 || !runs.compareAndSet(slot, 0, run)) {
            slot = after(slot);
        }
    }

    /** The members of every household of this printed number, in the register's order. */
    int[] members(long printedNo) {
        return members(new long[] {printedNo})[0];
    }

    /**
     * The same of several. Memory is slow, but answers many questions at a time: so all runs are
     * looked up first, then all members.
     */
    int[][] members(long[] printedNos) {
        int[] slots = new int[printedNos.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot(printedNos[i], (int) (printedNos[i] * STEP >>> shift));
        }
        int[][] members = new int[printedNos.length][];
        for (int i = 0; i < slots.length; i++) {
            members[i] = from(slots[i], printedNos[i]);
        }
        return members;
    }

    /** The slot of the next run that could be of this number, or a free one: there is none. */
    private int slot(long printedNo, int from) {
        if (printedNo == Applicant.NONE) {
            return -1;
        }
        long tag = tag(printedNo * STEP);
        int slot = from;
        while (runs.getPlain(slot) != 0 && (runs.getPlain(slot) & ~POSITION) != tag) {
            slot = after(slot);
        }
        return slot;
    }

    private int[] from(int first, long printedNo) {
        int[] found = Positions.EMPTY;
        int slot = first;
        while (slot >= 0 && runs.getPlain(slot) != 0) {
            int resident = (int) (runs.getPlain(slot) & POSITION) - 1;
            if (printed(resident) == printedNo) {
                found = with(found, resident);
            }
            slot = slot(printedNo, after(slot));
        }
        Arrays.sort(found); // whichever core put in which run first
        return found;
    }

    private int[] with(int[] before, int first) {
        int end = first + 1;
        while (end < register.size() && !isFirst(end)) {
            end++;
        }
        int[] all = Arrays.copyOf(before, before.length + end - first);
        for (int i = first; i < end; i++) {
            all[before.length + i - first] = i;
        }
        return all;
    }

    private int after(int slot) {
        return (slot + 1) & (runs.length() - 1);
    }

    private boolean isFirst(int resident) {
        return resident == 0 || printed(resident) != printed(resident - 1);
    }

    private long printed(int resident) {
        return PackedNumber.printed(register.householdNo(resident));
    }

    private static long tag(long mixed) {
        return mixed << 32;
    }
}
