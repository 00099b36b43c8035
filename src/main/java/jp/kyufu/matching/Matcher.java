package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;

/**
 * The chain of steps over one register, without a database: an outcome depends on applicant,
 * register and model alone, whatever the order of residents and whoever else is asked about at the
 * same time. Each step is asked about those whom the steps before it left, and about many at once,
 * because a few passes over the register find what all of them need. Safe for many threads.
 */
final class Matcher {

    /** Gives what was written, for some thousand applicants at a time. */
    interface Texts {

        /** What these applicants wrote, in their order. */
        List<Facts> applicants(List<Applicant> applicants);

        /** What the register says of these residents, each of them there once. */
        IntFunction<Facts> residents(int[] residents);
    }

    private final RegisterKeys register;
    private final Model model;
    private final NumberConfirmation number;
    private final ExactPasses passes;

    Matcher(RegisterKeys register, Model model) {
        this.register = register;
        this.model = model;
        number = new NumberConfirmation(register);
        passes = new ExactPasses(register);
    }

    /** Of each, whom the printed number proposes, where the keys confirm him beyond doubt. */
    List<Optional<Matched>> byNumber(List<Applicant> applicants) {
        int[][] members = number.proposed(applicants);
        List<Optional<Matched>> found = new ArrayList<>(members.length);
        for (int i = 0; i < members.length; i++) {
            found.add(number.byKeys(applicants.get(i), members[i], null));
        }
        return found;
    }

    /** What keys decide of one whom {@link #byNumber} left. */
    Optional<Matched> byKeys(Applicant applicant, Namesakes namesakes) {
        int[] members = number.proposed(applicant);
        return members.length > 0
                ? number.byKeys(applicant, members, namesakes)
                : passes.find(applicant, namesakes);
    }

    /** Decides those whom {@link #byKeys} left, in their order. */
    List<Outcome> byText(List<Applicant> applicants, Namesakes namesakes, Texts texts) {
        List<Facts> facts = texts.applicants(applicants);
        int[][] confirmed = confirmed(applicants, facts, texts);
        List<Optional<Matched>> numbered =
                IntStream.range(0, confirmed.length)
                        .mapToObj(i -> byNumber(applicants.get(i), confirmed[i], namesakes))
                        .toList();
        int[] left =
                IntStream.range(0, confirmed.length)
                        .filter(i -> numbered.get(i).isEmpty())
                        .toArray();
        List<Applicant> rest = at(applicants, left);
        Ranking ranking = Ranking.of(register, model, rest, at(facts, left), texts::residents);
        Iterator<Outcome> weighed =
                IntStream.range(0, left.length)
                        .parallel()
                        .mapToObj(i -> decide(rest.get(i), confirmed[left[i]].length, ranking, i))
                        .toList()
                        .iterator();
        List<Outcome> outcomes = new ArrayList<>(confirmed.length);
        for (Optional<Matched> one : numbered) {
            outcomes.add(one.isPresent() ? one.get() : weighed.next());
        }
        return outcomes;
    }

    /** Of each, the members of the proposed household whom the texts confirm and nobody beats. */
    private int[][] confirmed(List<Applicant> applicants, List<Facts> facts, Texts texts) {
        int[][] members = applicants.parallelStream().map(number::proposed).toArray(int[][]::new);
        IntFunction<Facts> residents = texts.residents(distinct(members));
        return IntStream.range(0, members.length)
                .parallel()
                .mapToObj(
                        i -> number.byText(applicants.get(i), facts.get(i), members[i], residents))
                .toArray(int[][]::new);
    }

    private Optional<Matched> byNumber(Applicant applicant, int[] confirmed, Namesakes namesakes) {
        return confirmed.length == 1
                        && !number.hasRival(
                                applicant, confirmed[0], number.proposed(applicant), namesakes)
                ? Optional.of(new Matched(confirmed[0], MatchMethod.NUMBER, null))
                : Optional.empty();
    }

    private Outcome decide(Applicant applicant, int confirmed, Ranking ranking, int of) {
        List<Candidate> ranked = ranking.of(of);
        Scoring scoring = ranking.scoring();
        if (number.proposed(applicant).length == 0) {
            return scoring.decide(applicant, ranked, resident -> passes.name(applicant, resident));
        }
        ReasonCode code =
                confirmed > 1
                        ? ReasonCode.SEVERAL_CANDIDATES
                        : Unfound.reason(applicant).orElse(ReasonCode.NUMBER_CONTRADICTS);
        return new Open(code, shown(applicant, ranked, scoring), scoring.score(ranked));
    }

    /** The candidates beside a number that contradicts: those near, and the number's household. */
    private List<Candidate> shown(Applicant applicant, List<Candidate> ranked, Scoring scoring) {
        return ranked.stream()
                .filter(one -> scoring.isNear(one) || isPrinted(applicant, one))
                .limit(Candidate.SHOWN)
                .toList();
    }

    private boolean isPrinted(Applicant applicant, Candidate one) {
        return PackedNumber.printed(register.householdNo(one.resident())) == applicant.printedNo();
    }

    /** All of them, each once. */
    static int[] distinct(int[][] residents) {
        return Arrays.stream(residents).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }

    private static <T> List<T> at(List<T> all, int[] positions) {
        return Arrays.stream(positions).mapToObj(all::get).toList();
    }
}
