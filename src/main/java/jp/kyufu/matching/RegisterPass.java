package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * One pass over the register by all cores, for everything that somebody seeks in it. To index every
 * key of a register costs more than to decide its applications: nearly all of them are settled by
 * the printed number, and what the few others seek is found as the register goes by.
 */
final class RegisterPass {

    /** Residents whose keys stay in a core's own cache while each thing sought is looked for. */
    private static final int PART = 1 << 12;

    private final int size;
    private final List<SoughtIndex> sought = new ArrayList<>();

    /**
     * A pass to come.
     *
     * @param size of the register
     */
    RegisterPass(int size) {
        this.size = size;
    }

    /**
     * Will look for these keys.
     *
     * @param keyOf the key of a position; 0 for none
     * @return to be asked after {@link #run}
     */
    SoughtIndex seek(SoughtKeys keys, IntToLongFunction keyOf) {
        SoughtIndex index = new SoughtIndex(keys, keyOf, (size + PART - 1) / PART);
        if (keys.size() > 0) {
            sought.add(index);
        }
        return index;
    }

    /** Looks for all of them. */
    void run() {
        IntStream.range(0, sought.isEmpty() ? 0 : (size + PART - 1) / PART)
                .parallel()
                .forEach(part -> {
                    for (SoughtIndex one : sought) {
                        one.look(part, part * PART, Math.min(size, (part + 1) * PART));
                    }
                });
        sought.parallelStream().forEach(SoughtIndex::build);
    }
}
