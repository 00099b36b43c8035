package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Matching without a database: normalised records in, decisions out, by the steps of a payment run,
 * on all cores. Built once over a register, then asked by any number of threads.
 */
public final class Linkage {

    /** Applications whose texts are compared at a time. */
    private static final int TEXTS = 1 << 15;

    /** Applications handed to a core at a time: their residents stay in its cache. */
    private static final int BATCH = 1 << 11;

    /**
     * A person of the register.
     *
     * @param residentNo 宛名番号, 1 to 15 digits
     * @param householdNo 世帯番号, 1 to 15 digits
     * @param guarded whether his or her whereabouts are protected
     * @param left whether he or she left the register on or before the reference date
     */
    public record Resident(
            String residentNo, String householdNo, boolean guarded, boolean left, Facts facts) {}

    /**
     * An application.
     *
     * @param id any number by which the caller knows it again
     * @param printedHousehold last ten digits of the household number on the notice; null: none
     */
    public record Application(long id, @Nullable String printedHousehold, Facts facts) {}

    private final Residents residents;
    private final RegisterKeys register;
    private final Matcher matcher;

    private Linkage(Residents residents, Model model) {
        this.residents = residents;
        this.register = residents.keys();
        this.matcher = new Matcher(register, model);
    }

    /** Takes a register, each resident once, in any order; its texts are kept. */
    public static Linkage over(Residents residents, Model model) {
        return new Linkage(residents, model);
    }

    /** Decides applications on all cores and gives the decisions in their order, in batches. */
    public void decide(Applications applications, Consumer<List<Decision>> decided) {
        Outcome[] outcomes = new Outcome[applications.size()];
        int[] left =
                IntStream.range(0, (outcomes.length + BATCH - 1) / BATCH)
                        .parallel()
                        .flatMap(batch -> byNumber(applications, batch * BATCH, outcomes))
                        .toArray();
        Namesakes namesakes = new Namesakes(register, applicants(applications, left));
        IntPredicate isUnread =
                i -> isLeft(outcomes, i, matcher.byKeys(applications.applicant(i), namesakes));
        int[] unread = Arrays.stream(left).parallel().filter(isUnread).toArray();
        for (int from = 0; from < unread.length; from += TEXTS) {
            int[] part = Arrays.copyOfRange(unread, from, Math.min(unread.length, from + TEXTS));
            List<Outcome> read =
                    matcher.byText(
                            applicants(applications, part), namesakes, new Kept(applications));
            for (int i = 0; i < part.length; i++) {
                outcomes[part[i]] = read.get(i);
            }
        }
        IntStream.range(0, (outcomes.length + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> decisions(applications, outcomes, batch * BATCH))
                .toList()
                .forEach(decided);
    }

    /** Decides a batch; gives those that are left. */
    private IntStream byNumber(Applications applications, int from, Outcome[] outcomes) {
        int to = Math.min(outcomes.length, from + BATCH);
        List<Optional<Matched>> found =
                matcher.byNumber(
                        IntStream.range(from, to).mapToObj(applications::applicant).toList());
        return IntStream.range(from, to).filter(i -> isLeft(outcomes, i, found.get(i - from)));
    }

    private List<Decision> decisions(Applications applications, Outcome[] outcomes, int from) {
        return IntStream.range(from, Math.min(outcomes.length, from + BATCH))
                .mapToObj(i -> decision(applications.id(i), outcomes[i]))
                .toList();
    }

    private static boolean isLeft(Outcome[] outcomes, int application, Optional<Matched> found) {
        found.ifPresent(matched -> outcomes[application] = matched);
        return found.isEmpty();
    }

    private static List<Applicant> applicants(Applications applications, int[] positions) {
        return Arrays.stream(positions).parallel().mapToObj(applications::applicant).toList();
    }

    /** The texts that applications and residents were packed with. */
    private final class Kept implements Matcher.Texts {

        private final Applications applications;

        Kept(Applications applications) {
            this.applications = applications;
        }

        @Override
        public List<Facts> applicants(List<Applicant> applicants) {
            return applicants.parallelStream()
                    .map(one -> applications.facts((int) one.id()))
                    .toList();
        }

        @Override
        public IntFunction<Facts> residents(int[] positions) {
            return residents::facts;
        }
    }

    /** Decides one application. */
    public Decision decide(Application application) {
        Applications one = new Applications();
        one.add(application);
        List<Decision> decided = new ArrayList<>();
        decide(one, decided::addAll);
        return decided.getFirst();
    }

    private Decision decision(long id, Outcome outcome) {
        Score score = outcome.score();
        return switch (outcome) {
            case Matched(int resident, MatchMethod method, Score _) ->
                    new Decision(
                            id,
                            method,
                            register.residentNo(resident),
                            register.householdNo(resident),
                            null,
                            List.of(),
                            score);
            case Open(ReasonCode code, List<Candidate> candidates, Score _) ->
                    new Decision(
                            id,
                            null,
                            Decision.NOBODY,
                            Decision.NOBODY,
                            code,
                            candidates.stream()
                                    .map(one ->
                                            PackedNumber.text(register.residentNo(one.resident())))
                                    .toList(),
                            score);
        };
    }
}
