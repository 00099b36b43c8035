package jp.kyufu.matching;

import java.util.Map;
import java.util.Set;

/**
 * Expectation maximisation over agreement patterns: of pairs that are partly of one person and
 * partly of two, how often each level is seen among the ones and among the others (Winkler, "Using
 * the EM Algorithm for Weight Computation in the Fellegi-Sunter Model", 1988). Facts count as
 * independent within each kind of pair, but for the reading, which depends on the name; a missing
 * fact says nothing.
 */
final class Expectation {

    private static final int ROUNDS = 500;
    private static final double STILL = 1e-9;

    /** So that no level ever gets a share of nothing. */
    private static final double LEAST = 1e-9;

    /** Shares by fact and level among pairs of one kind. */
    private static final class Shares {

        private final double[][] of = new double[Fact.values().length][];

        Shares() {
            for (Fact fact : Fact.values()) {
                of[fact.ordinal()] = new double[fact.levels().size()];
            }
        }

        double[] of(Fact fact) {
            return of[fact.ordinal()];
        }

        double likelihood(Pattern pattern, Set<Fact> facts) {
            double likelihood = 1;
            for (Fact fact : facts) {
                int level = pattern.level(fact);
                if (!fact.isMissing(level)) {
                    likelihood *= of(fact)[level];
                }
            }
            return likelihood;
        }

        void add(Pattern pattern, Set<Fact> facts, double weight) {
            for (Fact fact : facts) {
                of(fact)[pattern.level(fact)] += weight;
            }
        }

        /** Counts to shares that sum to one within each group of levels; gives the largest step. */
        double share(Shares counts, Set<Fact> facts) {
            double step = 0;
            for (Fact fact : facts) {
                double[] count = counts.of(fact);
                double[] sums = fact.groupSums(count);
                for (int level = 0; level < count.length - 1; level++) {
                    double sum = sums[fact.group(level)];
                    double share = sum == 0 ? of(fact)[level] : Math.max(LEAST, count[level] / sum);
                    step = Math.max(step, Math.abs(share - of(fact)[level]));
                    of(fact)[level] = share;
                }
            }
            return step;
        }
    }

    private final Map<Pattern, Long> pairs;
    private final Set<Fact> facts;
    private final boolean strangersKnown;
    private final Shares ones = new Shares();
    private final Shares others = new Shares();
    private Shares counted = new Shares();
    private double share = 0.5;

    private Expectation(Map<Pattern, Long> pairs, Set<Fact> facts, boolean strangersKnown) {
        this.pairs = pairs;
        this.facts = facts;
        this.strangersKnown = strangersKnown;
    }

    /**
     * Estimates from pairs, counted by pattern.
     *
     * @param facts those that the pairs were not chosen by
     * @param start where to begin
     * @param strangersKnown whether the pairs of two that are among these agree by chance, as those
     *     of {@code start} do; otherwise how they agree is estimated too, which takes several facts
     */
    static Expectation of(
            Map<Pattern, Long> pairs, Set<Fact> facts, Model start, boolean strangersKnown) {
        Expectation estimate = new Expectation(pairs, facts, strangersKnown);
        for (Fact fact : facts) {
            for (int level = 0; level < fact.levels().size() - 1; level++) {
                estimate.ones.of(fact)[level] = start.level(fact, level).m();
                estimate.others.of(fact)[level] = start.level(fact, level).u();
            }
        }
        for (int round = 0; round < ROUNDS && estimate.improve() > STILL; round++) {
            // Until it stands still.
        }
        return estimate;
    }

    /** The share of pairs that are of one person. */
    double share() {
        return share;
    }

    /** How many pairs of one person are expected to show each level of a fact. */
    double[] counts(Fact fact) {
        return counted.of(fact).clone();
    }

    /** The share of a level among pairs of one person. */
    double m(Fact fact, int level) {
        return ones.of(fact)[level];
    }

    /** The share of a level among pairs of two, of those looked at. */
    double u(Fact fact, int level) {
        return others.of(fact)[level];
    }

    private double improve() {
        Shares one = new Shares();
        Shares other = new Shares();
        double matches = 0;
        double all = 0;
        for (Map.Entry<Pattern, Long> entry : pairs.entrySet()) {
            Pattern pattern = entry.getKey();
            double yes = share * ones.likelihood(pattern, facts);
            double no = (1 - share) * others.likelihood(pattern, facts);
            double expected = yes + no == 0 ? 0 : entry.getValue() * yes / (yes + no);
            one.add(pattern, facts, expected);
            other.add(pattern, facts, entry.getValue() - expected);
            matches += expected;
            all += entry.getValue();
        }
        double before = share;
        share = all == 0 ? share : Math.min(1 - LEAST, Math.max(LEAST, matches / all));
        counted = one;
        double step = ones.share(one, facts);
        if (!strangersKnown) {
            step = Math.max(step, others.share(other, facts));
        }
        return Math.max(step, Math.abs(share - before));
    }
}
