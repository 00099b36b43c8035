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
        int length = key.length();
        if (length == 0) {
            return 0;
        }
        long hash = length * STEP;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ key.charAt(i)) * STEP;
            hash ^= hash >>> 32;
        }
        // Finalizer of SplitMix64 (Stafford's variant 13): every bit in changes half the bits out.
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? STEP : hash;
    }
}
