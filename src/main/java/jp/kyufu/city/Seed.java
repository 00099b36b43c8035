package jp.kyufu.city;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The one seed of a city. Everything about household number n is a pure function of the seed and n,
 * so that nothing has to be kept in memory and any row can be made again.
 */
record Seed(long value) {

    /** Independent streams, so that a change in one leaves the others as they are. */
    enum Purpose {
        PLAN,
        BLOCK,
        HOUSEHOLD,
        APPLICATION,
        ACCOUNT,
        ROW,
        ANSWER
    }

    /** The stream of random numbers for one purpose and one thing. */
    RandomGenerator of(Purpose purpose, long index) {
        return new SplittableRandom(
                mix(mix(value + purpose.ordinal() * 0x632BE59BD9B4E019L) ^ mix(index)));
    }

    /** A bijection of 64 bits without visible pattern (the finaliser of SplitMix64). */
    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
