package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import jp.kyufu.matching.Model.Level;
import jp.kyufu.matching.Model.Seen;

/**
 * Estimates a model from a register and applications of which nobody has said whose they are. How
 * often strangers agree (u) is counted over random pairs. How often a person agrees with himself
 * (m) is estimated by {@link Expectation} over pairs that share some facts and are asked about the
 * others; each fact is asked about where the pairs were not chosen by it. Never part of a payment
 * run.
 */
public final class Training {

    /** Enough for what happens once in a hundred thousand pairs to be seen some dozens of times. */
    private static final int RANDOM_PAIRS = 4_000_000;

    private static final int PART = 1 << 14;

    /**
     * A level that was expected less often than this keeps the share it had in the model before.
     */
    private static final double SEEN = 5;

    /** People do write something quite different now and then, whether training met it or not. */
    private static final double DENIALS = 0.0005;

    /** More patterns than this nobody reads. */
    private static final int PATTERNS = 150;

    /**
     * Pairs that share something, and the facts that this leaves open.
     *
     * @param strangersKnown whether strangers among them agree no more than by chance; those of one
     *     household do
     */
    private record Session(Block block, Set<Fact> open, boolean strangersKnown) {}

    /** Positions of residents that share something with an applicant. */
    private interface Block {
        Iterable<Integer> of(Applicant applicant);
    }

    private final Residents residents;
    private final RegisterKeys register;
    private final Applications applications;
    private final Model before;
    private final long seed;

    private Training(Residents residents, Applications applications, Model before, long seed) {
        this.residents = residents;
        this.register = residents.keys();
        this.applications = applications;
        this.before = before;
        this.seed = seed;
    }

    /**
     * Trains on all of both.
     *
     * @param before the model to begin with; its thresholds are kept
     * @param version of the new model
     * @param trainedOn told in the model
     * @param seed of the random pairs: the same data and seed give the same model
     */
    public static Model train(
            Residents residents,
            Applications applications,
            Model before,
            String version,
            String trainedOn,
            long seed) {
        return new Training(residents, applications, before, seed).train(version, trainedOn);
    }

    private Model train(String version, String trainedOn) {
        double[][] strangers = strangers();
        // Persons nobody has counted yet: those of the model before, which the estimate starts at.
        Model start = model(version, trainedOn, counts(), strangers, List.of());
        double[][] persons = persons(start);
        Model trained = model(version, trainedOn, persons, strangers, List.of());
        return model(version, trainedOn, persons, strangers, patterns(trained));
    }

    private Model model(
            String version,
            String trainedOn,
            double[][] persons,
            double[][] strangers,
            List<Seen> patterns) {
        List<List<Level>> levels = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            levels.add(levels(fact, persons[fact.ordinal()], strangers[fact.ordinal()]));
        }
        return new Model(version, trainedOn, before.thresholds(), levels, patterns);
    }

    private List<Level> levels(Fact fact, double[] seenOfPersons, double[] seenOfStrangers) {
        int compared = fact.levels().size() - 1;
        double[] persons = seenOfPersons.clone();
        double[] strangers = seenOfStrangers.clone();
        double[] all = fact.groupSums(persons);
        for (int level = 0; level < compared; level++) {
            if (persons[level] < SEEN) {
                // Where nothing was seen at all, any number of pairs keeps every share.
                double pairs = Math.max(1, all[fact.group(level)]);
                persons[level] = pairs * before.level(fact, level).m();
            }
            strangers[level] += 0.5;
        }
        double[] ones = fact.groupSums(persons);
        double[] others = fact.groupSums(strangers);
        return IntStream.range(0, compared)
                .mapToObj(level -> {
                    double m = rounded(persons[level] / ones[fact.group(level)]);
                    m = fact.isDenial(level) ? Math.max(m, DENIALS) : m;
                    double u = rounded(strangers[level] / others[fact.group(level)]);
                    // However rare it is among strangers: to differ never speaks for anybody.
                    return new Level(m, fact.isDenial(level) ? Math.max(m, u) : u);
                })
                .toList();
    }

    /** How often each level is seen among random pairs; readings also among namesakes. */
    private double[][] strangers() {
        Scoring scoring = new Scoring(register, before, Frequencies.ofAll(register));
        ChainedIndex byName = new ChainedIndex(register.size(), register::nameKey);
        Map<Pattern, Long> random =
                count(parts(RANDOM_PAIRS), (part, into) -> randomPairs(part, into, scoring));
        double[][] counts = counts();
        random.forEach((pattern, times) -> add(counts, pattern, times));
        Map<Pattern, Long> namesakes =
                count(parts(applications.size()), (part, into) -> namesakes(part, into, byName));
        namesakes.forEach(
                (pattern, times) -> counts[Fact.KANA.ordinal()][pattern.level(Fact.KANA)] += times);
        return counts;
    }

    private void randomPairs(int part, Map<Pattern, Long> into, Scoring scoring) {
        SplittableRandom random = new SplittableRandom(seed + part);
        for (int i = 0; i < PART && register.size() > 0; i++) {
            int one = random.nextInt(applications.size());
            int resident = random.nextInt(register.size());
            Pattern pattern = pattern(one, resident);
            // In a small town chance meets the applicant himself now and then.
            if (!scoring.isNear(scoring.candidate(resident, pattern))) {
                into.merge(pattern, 1L, Long::sum);
            }
        }
    }

    /** People of one name who were born on different days are two. */
    private void namesakes(int part, Map<Pattern, Long> into, ChainedIndex byName) {
        part(part)
                .forEach(one -> {
                    int left = Blocking.LIMIT;
                    long key = applications.applicant(one).nameKey();
                    for (int i = byName.first(key);
                            i >= 0 && left > 0;
                            i = byName.next(key, i), left--) {
                        Pattern pattern = pattern(one, i);
                        if (pattern.birth() == Fact.BirthLevel.DIFFERENT) {
                            into.merge(pattern, 1L, Long::sum);
                        }
                    }
                });
    }

    private Pattern pattern(int application, int resident) {
        return Scoring.compare(
                        register,
                        applications.applicant(application),
                        applications.facts(application),
                        new int[] {resident},
                        residents::facts)
                .pattern(0);
    }

    /** How often each level is expected among pairs of one person, over all sessions. */
    private double[][] persons(Model start) {
        double[][] counts = counts();
        for (Session session : sessions()) {
            Map<Pattern, Long> pairs =
                    count(
                            parts(applications.size()),
                            (part, into) -> part(part).forEach(one -> pairs(session, one, into)));
            Expectation estimate =
                    Expectation.of(pairs, session.open(), start, session.strangersKnown());
            for (Fact fact : session.open()) {
                double[] sum = counts[fact.ordinal()];
                double[] added = estimate.counts(fact);
                for (int level = 0; level < added.length; level++) {
                    sum[level] += added[level];
                }
            }
        }
        return counts;
    }

    private void pairs(Session session, int application, Map<Pattern, Long> into) {
        for (int resident : session.block().of(applications.applicant(application))) {
            into.merge(pattern(application, resident), 1L, Long::sum);
        }
    }

    private List<Session> sessions() {
        ChainedIndex byAddress = new ChainedIndex(register.size(), register::addressKey);
        ChainedIndex byNameAndBirth =
                new ChainedIndex(
                        register.size(),
                        i -> Namesakes.withBirth(register.nameKey(i), register.birthDay(i)));
        return List.of(
                new Session(
                        one -> IntStream.of(register.printedOn(one.printedNo()))::iterator,
                        // Those of one household share the address, whoever of them wrote.
                        EnumSet.of(Fact.NAME, Fact.KANA, Fact.BIRTH, Fact.SEX),
                        false),
                new Session(
                        one ->
                                walk(
                                        byNameAndBirth,
                                        Namesakes.withBirth(one.nameKey(), one.birthDay()),
                                        _ -> true),
                        EnumSet.of(Fact.ADDRESS, Fact.SEX, Fact.NUMBER),
                        true),
                new Session(
                        one ->
                                walk(
                                        byAddress,
                                        one.addressKey(),
                                        i -> register.birthDay(i) == one.birthDay()),
                        EnumSet.of(Fact.NAME, Fact.KANA, Fact.SEX, Fact.NUMBER),
                        true),
                new Session(
                        one ->
                                walk(
                                        byAddress,
                                        one.addressKey(),
                                        i -> register.nameKey(i) == one.nameKey()),
                        EnumSet.of(Fact.BIRTH, Fact.SEX, Fact.NUMBER),
                        true));
    }

    private static Iterable<Integer> walk(ChainedIndex index, long key, IntPredicate wanted) {
        IntUnaryOperator next = i -> index.next(key, i);
        return IntStream.iterate(index.first(key), i -> i >= 0, next).filter(wanted)::iterator;
    }

    /** The patterns of the best candidates, as the new model ranks them. */
    private List<Seen> patterns(Model trained) {
        Map<Pattern, Long> seen =
                count(parts(applications.size()), (part, into) -> patterns(trained, part, into));
        return seen.entrySet().stream()
                .map(one -> new Seen(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparingLong(Seen::count)
                                .reversed()
                                .thenComparing(one -> one.pattern().code()))
                .limit(PATTERNS)
                .toList();
    }

    private void patterns(Model trained, int part, Map<Pattern, Long> into) {
        Ranking ranking =
                Ranking.of(
                        register,
                        trained,
                        part(part).mapToObj(applications::applicant).toList(),
                        part(part).mapToObj(applications::facts).toList(),
                        _ -> residents::facts);
        for (int i = 0; i < part(part).count(); i++) {
            ranking.of(i).stream()
                    .findFirst()
                    .filter(ranking.scoring()::isNear)
                    .ifPresent(best -> into.merge(best.pattern(), 1L, Long::sum));
        }
    }

    /** Work on a part of the pairs, on any core, into a map of its own. */
    private interface Work {
        void part(int part, Map<Pattern, Long> into);
    }

    private static Map<Pattern, Long> count(int parts, Work work) {
        Map<Pattern, Long> all = new HashMap<>();
        IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    Map<Pattern, Long> counted = new HashMap<>();
                    work.part(part, counted);
                    return counted;
                })
                .toList()
                .forEach(one -> one.forEach((pattern, n) -> all.merge(pattern, n, Long::sum)));
        return all;
    }

    private static int parts(int pairs) {
        return (pairs + PART - 1) / PART;
    }

    /** The positions of the applications of a part. */
    private IntStream part(int part) {
        return IntStream.range(part * PART, Math.min(applications.size(), (part + 1) * PART));
    }

    private static double[][] counts() {
        double[][] counts = new double[Fact.values().length][];
        for (Fact fact : Fact.values()) {
            counts[fact.ordinal()] = new double[fact.levels().size()];
        }
        return counts;
    }

    private static void add(double[][] counts, Pattern pattern, long times) {
        for (Fact fact : Fact.values()) {
            counts[fact.ordinal()][pattern.level(fact)] += times;
        }
    }

    /** Four digits are more than the data know. */
    private static double rounded(double share) {
        double scale = Math.pow(10, 4 - Math.ceil(Math.log10(share)));
        return Math.round(share * scale) / scale;
    }
}
