package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.KanaLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.matching.Fact.NumberLevel;
import jp.kyufu.matching.Fact.SexLevel;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Compares an applicant with candidates and decides by weight and gap (Fellegi and Sunter, "A
 * Theory for Record Linkage", 1969). Whatever the weight, nobody is matched whom the person does
 * not confirm: name or reading and birth date agree, at most one of them a slip away, as the file
 * contract §9 asks of a printed number.
 */
final class Scoring {

    private final RegisterKeys register;
    private final Model model;
    private final Weights weights;
    private final Comparator<Candidate> bestFirst;

    Scoring(RegisterKeys register, Model model, Frequencies frequencies) {
        this.register = register;
        this.model = model;
        this.weights = new Weights(register, model, frequencies);
        this.bestFirst =
                Comparator.comparingDouble(Candidate::weight)
                        .reversed()
                        .thenComparing(one -> register.residentNo(one.resident()));
    }

    /** How an applicant and each of these residents agree. */
    static Compared compare(
            RegisterKeys register,
            Applicant applicant,
            Facts facts,
            int[] residents,
            IntFunction<Facts> texts) {
        boolean numbered = register.printedOn(applicant.printedNo()).length > 0;
        Pattern[] patterns = new Pattern[residents.length];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] =
                    pattern(
                            facts,
                            texts.apply(residents[i]),
                            numbered
                                    ? number(register, applicant, residents[i])
                                    : NumberLevel.MISSING);
        }
        return new Compared(residents, patterns);
    }

    /** Those compared, best first; the same whatever order they came in. */
    List<Candidate> rank(Compared compared) {
        List<Candidate> ranked = new ArrayList<>(compared.size());
        for (int i = 0; i < compared.size(); i++) {
            ranked.add(candidate(compared.resident(i), compared.pattern(i)));
        }
        ranked.sort(bestFirst);
        return ranked;
    }

    /** What each fact says for or against a candidate. */
    Weights weights() {
        return weights;
    }

    /** What the ranked candidates decide; {@code method} names how the best was found. */
    Outcome decide(Applicant applicant, List<Candidate> ranked, IntFunction<MatchMethod> method) {
        Model.Thresholds bits = model.thresholds();
        List<Candidate> likely = ranked.stream().filter(this::isNear).toList();
        if (likely.isEmpty()) {
            return new Open(
                    Unfound.reason(applicant).orElse(ReasonCode.NOT_IN_REGISTER),
                    List.of(),
                    score(ranked));
        }
        Candidate best = likely.getFirst();
        if (best.weight() >= bits.accept()
                && isConfirmed(best.pattern())
                && mayLiveHere(best)
                && isAhead(likely)) {
            return new Matched(best.resident(), method.apply(best.resident()), score(ranked));
        }
        return new Open(
                Unfound.reason(applicant).orElse(ReasonCode.SEVERAL_CANDIDATES),
                likely.stream().limit(Candidate.SHOWN).toList(),
                score(ranked));
    }

    /** A resident who agrees so. */
    Candidate candidate(int resident, Pattern pattern) {
        return new Candidate(resident, pattern, weights.of(pattern, resident));
    }

    /** Whether a person should look at it. */
    boolean isNear(Candidate candidate) {
        return candidate.weight() >= model.thresholds().review();
    }

    /** The best and its gap to the next; null where nobody was compared. */
    @Nullable Score score(List<Candidate> ranked) {
        if (ranked.isEmpty()) {
            return null;
        }
        Candidate best = ranked.getFirst();
        for (Candidate other : ranked.subList(1, ranked.size())) {
            if (competes(other, best)) {
                return new Score(best.pattern(), best.weight(), best.weight() - other.weight());
            }
        }
        return new Score(best.pattern(), best.weight(), null);
    }

    private boolean isAhead(List<Candidate> likely) {
        Candidate best = likely.getFirst();
        long household = register.householdNo(best.resident());
        for (Candidate other : likely.subList(1, likely.size())) {
            boolean same = register.householdNo(other.resident()) == household;
            double gap = best.weight() - other.weight();
            double asked = same ? model.thresholds().gapInHousehold() : model.thresholds().gap();
            if (gap < asked && competes(other, best)) {
                return false;
            }
        }
        return true;
    }

    /** Whoever left the register gives way to whoever stayed and agrees as well. */
    private boolean competes(Candidate other, Candidate best) {
        return !register.hasLeft(other.resident()) || register.hasLeft(best.resident());
    }

    /**
     * Whoever writes from another city may be a namesake who lives there, however rare the name. A
     * protected person does write from somewhere else.
     */
    private boolean mayLiveHere(Candidate best) {
        return best.pattern().address() != AddressLevel.ELSEWHERE
                || register.isGuarded(best.resident());
    }

    /** Contract §9: at most a slip in the person; a missing birth date asks for the whole name. */
    static boolean isConfirmed(Pattern pattern) {
        int person = agreement(pattern.name(), pattern.kana());
        return switch (pattern.birth()) {
            case EQUAL -> person >= 1;
            case DAY_MONTH, DIGIT, YEAR, ERA, MISSING -> person == 2;
            case DIFFERENT -> false;
        };
    }

    /**
     * 2 the name or the reading is equal, 1 a slip away without the other denying it, 0 neither.
     */
    private static int agreement(NameLevel name, KanaLevel kana) {
        return switch (kana) {
            case EQUAL_AS_NAME, CLOSE_AS_NAME, DIFFERENT_AS_NAME -> 2;
            case EQUAL_NEAR_NAME, EQUAL_IN_PART, EQUAL_ALONE -> 2;
            case CLOSE_NEAR_NAME, CLOSE_IN_PART -> 1;
            case CLOSE_ALONE -> name == NameLevel.MISSING ? 1 : 0;
            case DIFFERENT_NEAR_NAME, DIFFERENT_IN_PART, DIFFERENT_ALONE -> 0;
            case MISSING ->
                    switch (name) {
                        case WRITTEN, FOLDED, OTHER_NAME, SWAPPED, PARTS -> 2;
                        case CLOSE -> 1;
                        case ALIKE, GIVEN, SURNAME, DIFFERENT, MISSING -> 0;
                    };
        };
    }

    private static Pattern pattern(Facts applicant, Facts resident, NumberLevel number) {
        NameLevel name = NameComparison.name(applicant, resident);
        return Pattern.of(
                name,
                NameComparison.kana(applicant, resident, name),
                BirthComparison.of(applicant.birthDay(), resident.birthDay()),
                AddressComparison.of(applicant, resident),
                sex(applicant.sex(), resident.sex()),
                number);
    }

    private static SexLevel sex(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return SexLevel.MISSING;
        }
        return a.equals(b) ? SexLevel.EQUAL : SexLevel.DIFFERENT;
    }

    private static NumberLevel number(RegisterKeys register, Applicant applicant, int resident) {
        long printed = PackedNumber.printed(register.householdNo(resident));
        return printed == applicant.printedNo() ? NumberLevel.EQUAL : NumberLevel.DIFFERENT;
    }
}
