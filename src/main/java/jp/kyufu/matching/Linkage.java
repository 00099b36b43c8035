package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.matching.Outcome.Score;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Matching without a database: normalised records in, decisions out, by the steps of a payment run.
 * Built once over a register, then asked by any number of threads.
 */
public final class Linkage {

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

    /**
     * What became of an application.
     *
     * @param method how its resident was found; null where it is open
     * @param residentNo whose it is; null where it is open
     * @param code why it is open; null where it is matched
     * @param candidates whom a person should look at, best first, by resident number
     * @param pattern how the best candidate agrees; null where keys alone decided
     * @param weight of the best candidate in bits, and its lead on the next; null where there is
     *     none
     */
    public record Decision(
            long id,
            @Nullable MatchMethod method,
            @Nullable String residentNo,
            @Nullable String householdNo,
            @Nullable ReasonCode code,
            List<String> candidates,
            @Nullable Pattern pattern,
            @Nullable Double weight,
            @Nullable Double gap) {}

    private final List<Resident> residents;
    private final RegisterKeys register;
    private final Matcher matcher;

    private Linkage(List<Resident> residents, RegisterKeys register, Model model) {
        this.residents = residents;
        this.register = register;
        this.matcher = new Matcher(register, model);
    }

    /** Takes a register, each resident once, in any order; its records are kept. */
    public static Linkage over(Iterator<Resident> register, Model model) {
        List<Resident> residents = new ArrayList<>();
        register.forEachRemaining(residents::add);
        Queue<Integer> renamed = new ConcurrentLinkedQueue<>();
        RegisterKeys.Builder keys =
                RegisterKeys.Builder.of(
                        residents.size(),
                        i -> {
                            if (!residents.get(i).facts().others().isEmpty()) {
                                renamed.add(i);
                            }
                            return keys(residents.get(i));
                        });
        renamed.stream()
                .sorted()
                .forEach(i ->
                        residents
                                .get(i)
                                .facts()
                                .others()
                                .forEach(other ->
                                        keys.addOtherName(i, other.nameKey(), other.kanaKey())));
        return new Linkage(residents, keys.build(), model);
    }

    private static ResidentKeys keys(Resident resident) {
        return resident.facts()
                .resident(
                        PackedNumber.of(resident.residentNo()),
                        PackedNumber.of(resident.householdNo()),
                        resident.guarded(),
                        resident.left());
    }

    /** Decides applications on all cores and gives the decisions in their order. */
    public void decide(Iterator<List<Application>> batches, Consumer<List<Decision>> decided) {
        OrderedFlow.run(batches, batch -> batch.stream().map(this::decide).toList(), decided);
    }

    /** Decides one application. */
    public Decision decide(Application application) {
        Facts facts = application.facts();
        Applicant applicant = applicant(application);
        Decided decided =
                switch (matcher.byKeys(applicant)) {
                    case Decided byKeys -> byKeys;
                    case NeedsText() ->
                            matcher.byText(
                                    applicant,
                                    facts,
                                    matcher.candidates(applicant, facts),
                                    i -> residents.get(i).facts());
                };
        return decision(application.id(), decided);
    }

    private Decision decision(long id, Decided decided) {
        Score score = decided.score();
        Pattern pattern = score == null ? null : score.pattern();
        Double weight = score == null ? null : (Double) score.weight();
        Double gap = score == null ? null : score.gap();
        return switch (decided) {
            case Matched(int resident, MatchMethod method, Score _) ->
                    new Decision(
                            id,
                            method,
                            residents.get(resident).residentNo(),
                            residents.get(resident).householdNo(),
                            null,
                            List.of(),
                            pattern,
                            weight,
                            gap);
            case Open(ReasonCode code, List<Candidate> candidates, Score _) ->
                    new Decision(
                            id,
                            null,
                            null,
                            null,
                            code,
                            candidates.stream()
                                    .map(one -> residents.get(one.resident()).residentNo())
                                    .toList(),
                            pattern,
                            weight,
                            gap);
        };
    }

    /** The same register by another model. */
    Linkage with(Model model) {
        return new Linkage(residents, register, model);
    }

    RegisterKeys register() {
        return register;
    }

    Applicant applicant(Application application) {
        String printed = application.printedHousehold();
        return application
                .facts()
                .applicant(
                        application.id(),
                        printed == null ? Applicant.NONE : Long.parseLong(printed));
    }

    /** How an application and a resident agree. */
    Pattern pattern(Application application, int resident) {
        return matcher.scoring()
                .compare(
                        applicant(application),
                        application.facts(),
                        resident,
                        residents.get(resident).facts());
    }

    /** Whether a resident who agrees so comes near. */
    boolean isNear(Pattern pattern, int resident) {
        return matcher.scoring().isNear(matcher.scoring().candidate(resident, pattern));
    }

    /** How the best candidate agrees, if anybody comes near. */
    Optional<Pattern> likely(Application application) {
        Applicant applicant = applicant(application);
        int[] candidates = matcher.candidates(applicant, application.facts());
        return matcher
                .scoring()
                .rank(applicant, application.facts(), candidates, i -> residents.get(i).facts())
                .stream()
                .findFirst()
                .filter(matcher.scoring()::isNear)
                .map(Candidate::pattern);
    }
}
