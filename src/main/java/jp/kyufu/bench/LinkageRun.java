package jp.kyufu.bench;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.kyufu.city.CityPeople;
import jp.kyufu.matching.Decision;
import jp.kyufu.matching.Facts;
import jp.kyufu.matching.Linkage;
import jp.kyufu.matching.Model;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Matching alone, timed: normalised text of a city in, decisions out, in memory; beside it Splink's
 * method as SQL in DuckDB on the same records, where DuckDB is on the class path.
 */
public final class LinkageRun {

    /** Rounds that do not count: the compiler is still at work. */
    private static final int WARM_UP = 3;

    private LinkageRun() {}

    /**
     * The figures of a run; times are the median of the rounds.
     *
     * @param normalisedPerSecond applications read from text to facts and all keys, on all cores
     * @param seconds from normalised records to decisions, indexes included
     * @param bytesPerResident what matching holds of the register
     * @param duckdbSeconds null where DuckDB is not on the class path
     * @param sameDecisions applications that both give to the same resident, of those that either
     *     gives to anybody
     */
    public record Figures(
            int residents,
            int applications,
            int cores,
            int rounds,
            long normalisedPerSecond,
            double seconds,
            long bytesPerResident,
            int matched,
            @Nullable String duckdb,
            @Nullable Double duckdbSeconds,
            @Nullable Double ratioToDuckdb,
            @Nullable Double sameDecisions) {}

    /**
     * Measures on a generated city.
     *
     * @param scratch a folder for what DuckDB reads
     */
    public static Figures run(Path city, Model model, int rounds, Path scratch) throws Exception {
        long normalised = normalisedPerSecond(city, rounds);
        LinkageCity records = LinkageCity.read(city).withoutTruth();
        long bytes = bytes(records, model);
        List<Decision> decisions = List.of();
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        try (DuckDbStore duckDb = DuckDbStore.load(records, scratch)) {
            // Turn and turn about, so that both meet the same machine; the first rounds warm up.
            for (int round = -WARM_UP; round < rounds; round++) {
                long from = System.nanoTime();
                decisions = decide(records, model);
                double seconds = (System.nanoTime() - from) / 1e9;
                double duckDbSeconds = duckDb == null ? 0 : duckDb.link(model);
                if (round >= 0) {
                    ours[round] = seconds;
                    theirs[round] = duckDbSeconds;
                }
            }
            double seconds = median(ours);
            return new Figures(
                    records.residents().size(),
                    records.applications().size(),
                    Runtime.getRuntime().availableProcessors(),
                    rounds,
                    normalised,
                    seconds,
                    bytes / Math.max(1, records.residents().size()),
                    (int) decisions.stream().filter(one -> one.residentNo() != null).count(),
                    duckDb == null ? null : duckDb.version(),
                    duckDb == null ? null : median(theirs),
                    duckDb == null ? null : seconds / median(theirs),
                    duckDb == null
                            ? null
                            : same(decisions, duckDb.residents(records.applications().size())));
        }
    }

    private static List<Decision> decide(LinkageCity records, Model model) {
        List<Decision> decided = new ArrayList<>(records.applications().size());
        Linkage.over(records.residents(), model).decide(records.applications(), decided::addAll);
        return decided;
    }

    /** Text of applications to facts and every key of theirs, on all cores. */
    private static long normalisedPerSecond(Path city, int rounds) {
        List<CityPeople.Applicant> written = new ArrayList<>();
        CityPeople.applicants(city, written::add);
        double[] seconds = new double[rounds];
        long sum = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            long from = System.nanoTime();
            sum +=
                    IntStream.range(0, written.size())
                            .parallel()
                            .mapToLong(i -> keys(LinkageCity.application(i, written.get(i))))
                            .sum();
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - from) / 1e9;
            }
        }
        // So that no compiler may leave the work out.
        return (long) (written.size() / median(seconds)) + (sum == 42 ? 1 : 0);
    }

    static long keys(Linkage.Application application) {
        Facts facts = application.facts();
        return Keys.hash64(facts.name())
                ^ Keys.hash64(facts.folded())
                ^ Keys.hash64(facts.kana())
                ^ Keys.hash64(facts.address())
                ^ BlockKeys.given(facts.folded())
                ^ BlockKeys.town(facts.address())
                ^ BlockKeys.family(facts.folded(), facts.address());
    }

    private static double same(List<Decision> ours, @Nullable String[] theirs) {
        int either = 0;
        int same = 0;
        for (int i = 0; i < theirs.length; i++) {
            String mine = ours.get(i).residentNo();
            if (mine != null || theirs[i] != null) {
                either++;
                same += mine != null && mine.equals(theirs[i]) ? 1 : 0;
            }
        }
        return either == 0 ? 1 : (double) same / either;
    }

    static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** What a register takes in memory, beside the records it was built from. */
    private static long bytes(LinkageCity records, Model model) {
        long before = usedBytes();
        Linkage linkage = Linkage.over(records.residents(), model);
        long after = usedBytes();
        Reference.reachabilityFence(linkage);
        return Math.max(0, after - before);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
