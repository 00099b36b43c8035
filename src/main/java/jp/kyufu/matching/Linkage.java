package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    /** Residents that are worth handing to a core. */
    private static final int BATCH = 4_096;

    private final RegisterKeys register;
    private final PackedFacts texts;
    private final Matcher matcher;

    private Linkage(RegisterKeys register, PackedFacts texts, Model model) {
        this.register = register;
        this.texts = texts;
        this.matcher = new Matcher(register, model);
    }

    /** Some residents with their keys and packed texts, made by one core. */
    private record Made(
            List<Resident> residents, List<ResidentKeys> keys, PackedFacts.Builder texts) {

        static Made of(List<Resident> residents) {
            PackedFacts.Builder texts = new PackedFacts.Builder();
            List<ResidentKeys> keys = new ArrayList<>(residents.size());
            for (Resident resident : residents) {
                keys.add(
                        resident.facts()
                                .resident(
                                        PackedNumber.of(resident.residentNo()),
                                        PackedNumber.of(resident.householdNo()),
                                        resident.guarded(),
                                        resident.left()));
                texts.add(resident.facts());
            }
            return new Made(residents, keys, texts);
        }
    }

    /** Takes a register, each resident once, in any order. */
    public static Linkage over(Iterator<Resident> residents, Model model) {
        RegisterKeys.Builder keys = new RegisterKeys.Builder();
        PackedFacts.Builder texts = new PackedFacts.Builder();
        OrderedFlow.run(
                batches(residents),
                Made::of,
                made -> {
                    for (int i = 0; i < made.keys().size(); i++) {
                        keys.add(made.keys().get(i));
                        made.residents().get(i).facts().others().forEach(keys::addOtherName);
                    }
                    texts.append(made.texts());
                });
        return new Linkage(keys.build(), texts.build(), model);
    }

    private static Iterator<List<Resident>> batches(Iterator<Resident> residents) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return residents.hasNext();
            }

            @Override
            public List<Resident> next() {
                List<Resident> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && residents.hasNext()) {
                    batch.add(residents.next());
                }
                return batch;
            }
        };
    }

    /** Decides applications on all cores and gives the decisions in their order. */
    public void decide(Iterator<List<Application>> batches, Consumer<List<Decision>> decided) {
        OrderedFlow.run(batches, batch -> batch.stream().map(this::decide).toList(), decided);
    }

    /** Decides one application. */
    public Decision decide(Application application) {
        String printed = application.printedHousehold();
        Facts facts = application.facts();
        Applicant applicant =
                facts.applicant(
                        application.id(),
                        printed == null ? Applicant.NONE : Long.parseLong(printed));
        Decided decided =
                switch (matcher.byKeys(applicant)) {
                    case Decided byKeys -> byKeys;
                    case NeedsText() ->
                            matcher.byText(
                                    applicant,
                                    facts,
                                    matcher.candidates(applicant, facts),
                                    texts::get);
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
                            PackedNumber.text(register.residentNo(resident)),
                            PackedNumber.text(register.householdNo(resident)),
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
                                    .map(one -> register.residentNo(one.resident()))
                                    .map(PackedNumber::text)
                                    .toList(),
                            pattern,
                            weight,
                            gap);
        };
    }
}
