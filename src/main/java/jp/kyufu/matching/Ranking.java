package jp.kyufu.matching;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Some thousand applicants, each compared with the residents worth it: first all comparisons, then
 * how often what agrees occurs in the register, then the weights.
 */
final class Ranking {

    private final List<Compared> compared;
    private final Scoring scoring;

    private Ranking(List<Compared> compared, Scoring scoring) {
        this.compared = compared;
        this.scoring = scoring;
    }

    /**
     * Compares them.
     *
     * @param facts what each of them wrote
     * @param texts gives what the register says of residents, all at once
     */
    static Ranking of(
            RegisterKeys register,
            Model model,
            List<Applicant> applicants,
            List<Facts> facts,
            Function<int[], IntFunction<Facts>> texts) {
        Blocking blocking = new Blocking(register, applicants, facts);
        int[][] candidates =
                IntStream.range(0, applicants.size())
                        .parallel()
                        .mapToObj(blocking::candidates)
                        .toArray(int[][]::new);
        IntFunction<Facts> residents = texts.apply(Matcher.distinct(candidates));
        List<Compared> compared =
                IntStream.range(0, candidates.length)
                        .parallel()
                        .mapToObj(i ->
                                Scoring.compare(
                                        register,
                                        applicants.get(i),
                                        facts.get(i),
                                        candidates[i],
                                        residents))
                        .toList();
        Frequencies frequencies = Frequencies.of(register, compared);
        return new Ranking(compared, new Scoring(register, model, frequencies));
    }

    /** The candidates of one of them, best first. */
    List<Candidate> of(int applicant) {
        return scoring.rank(compared.get(applicant));
    }

    Scoring scoring() {
        return scoring;
    }
}
