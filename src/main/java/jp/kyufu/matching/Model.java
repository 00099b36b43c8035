package jp.kyufu.matching;

import java.nio.file.Path;
import java.util.List;

/**
 * How much an agreement or a disagreement says: for every level of every {@link Fact} how often it
 * is seen between records of one person (m) and of two (u). Estimated from data, then frozen in a
 * file ({@link ModelFile}); a payment run reads it and never trains.
 *
 * @param version names it beside every decision it made
 * @param trainedOn what it was estimated from, for people
 * @param thresholds from which weight on what is done
 * @param levels of each fact, in the order of both; without the last, that it is missing
 * @param patterns agreement patterns of pairs that were one person in training, the most frequent
 *     first
 */
public record Model(
        String version,
        String trainedOn,
        Thresholds thresholds,
        List<List<Level>> levels,
        List<Seen> patterns) {

    private static final double LOG2 = Math.log(2);

    /**
     * One level of one fact.
     *
     * @param m its share among pairs of one person
     * @param u its share among pairs of two
     */
    public record Level(double m, double u) {

        double bits() {
            return log2(m / u);
        }
    }

    /**
     * In bits: one more bit is twice the odds. A weight of 0 is even odds that the two are one
     * person.
     *
     * @param accept from this weight on an application is matched, if no gap forbids it
     * @param review from this weight on a person looks at it
     * @param gap the best must be so far ahead of every candidate of another household
     * @param gapInHousehold and so far ahead of the others of his own
     * @param numberAtMost what an agreeing printed number adds at most
     */
    public record Thresholds(
            double accept, double review, double gap, double gapInHousehold, double numberAtMost) {}

    /** A pattern and how often it occurred. */
    public record Seen(Pattern pattern, long count) {}

    public Model {
        levels = levels.stream().map(List::copyOf).toList();
        patterns = List.copyOf(patterns);
    }

    /** The model that comes with Kyufu. */
    public static Model builtIn() {
        return ModelFile.builtIn();
    }

    /**
     * Reads a model.
     *
     * @throws jp.kyufu.value.FileRefusal if the file is not a whole model, or says anything else
     */
    public static Model read(Path file) {
        return ModelFile.read(file);
    }

    /** Writes this model so that {@link #read} gives it again. */
    public void write(Path file) {
        ModelFile.write(this, file);
    }

    Level level(Fact fact, int level) {
        return levels.get(fact.ordinal()).get(level);
    }

    /** What this level of a fact says, in bits; nothing where the fact is missing. */
    double bits(Fact fact, int level) {
        if (level == fact.levels().size() - 1) {
            return 0;
        }
        double bits = level(fact, level).bits();
        return fact == Fact.NUMBER ? Math.min(bits, thresholds.numberAtMost()) : bits;
    }

    static double log2(double x) {
        return Math.log(x) / LOG2;
    }
}
