package jp.kyufu.text;

/** 64-bit keys for matching in memory. */
public final class Keys {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private Keys() {}

    /**
     * A hash of the key's UTF-16 units, the same in every run and on every machine. 0 for the empty
     * key and for nothing else, so that 0 can mean "no key". Among 10 million keys a collision is
     * expected once in 370,000 tries (10^14 / 2^65); whoever accepts an equality compares the
     * strings.
     */
    public static long hash64(String key) {
        return hash64(key.toCharArray(), 0, key.length());
    }

    /** The same of the units from {@code from} up to {@code to}. */
    public static long hash64(char[] units, int from, int to) {
        if (from == to) {
            return 0;
        }
        long hash = (to - from) * STEP;
        for (int i = from; i < to; i++) {
            hash = step(hash, units[i]);
        }
        return finished(hash);
    }

    /** The hash of the key that is left when its spaces go, without making it. */
    public static long hash64Joined(String parts) {
        return hash64Joined(parts.toCharArray(), 0, parts.length());
    }

    /** The same of the units from {@code from} up to {@code to}. */
    public static long hash64Joined(char[] units, int from, int to) {
        int spaces = 0;
        for (int i = from; i < to; i++) {
            spaces += units[i] == ' ' ? 1 : 0;
        }
        if (spaces == to - from) {
            return 0;
        }
        long hash = (to - from - spaces) * STEP;
        for (int i = from; i < to; i++) {
            if (units[i] != ' ') {
                hash = step(hash, units[i]);
            }
        }
        return finished(hash);
    }

    /** One key of two, in this order; 0 where either is. */
    static long both(long first, long second) {
        return first == 0 || second == 0 ? 0 : finished(step(first * STEP, 0) ^ second);
    }

    private static long step(long hash, long unit) {
        long next = (hash ^ unit) * STEP;
        return next ^ (next >>> 32);
    }

    /** Finalizer of SplitMix64 (Stafford's variant 13): every bit in changes half the bits out. */
    private static long finished(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return mixed == 0 ? STEP : mixed;
    }
}
