package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;

/**
 * The number printed on the notice proposes households; the person must confirm one of their
 * members (contract §9). A number that no household has proposes nothing. One that contradicts the
 * person is held and never outweighed by the passes, whose finding stands beside it as evidence.
 */
final class NumberConfirmation {

    private final RegisterKeys register;
    private final ExactPasses passes;

    NumberConfirmation(RegisterKeys register, ExactPasses passes) {
        this.register = register;
        this.passes = passes;
    }

    /** What the keys say; nothing where the number proposes nobody. */
    Optional<Outcome> byKeys(Applicant applicant) {
        int[] members = register.printedOn(applicant.printedNo());
        if (members.length == 0) {
            return Optional.empty();
        }
        List<Comparison> known = new ArrayList<>(members.length);
        for (int member : members) {
            known.add(Comparison.byKeys(register, member, applicant));
        }
        for (Comparison one : known) {
            if (one.confirms() && isBestWhateverTheStringsSay(one, known, applicant)) {
                return Optional.of(new Matched(one.resident(), MatchMethod.NUMBER));
            }
        }
        return Optional.of(new NeedsText(members));
    }

    private boolean isBestWhateverTheStringsSay(
            Comparison one, List<Comparison> all, Applicant applicant) {
        for (Comparison other : all) {
            if (other != one) {
                Comparison best = other.atBest(register, applicant);
                if (best.confirms() && Comparison.BY_AGREEMENT.compare(best, one) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What keys and strings say of an application for which {@link #byKeys} needs text. */
    Decided byText(Applicant applicant, int[] members, Slips slips) {
        List<Comparison> compared =
                Arrays.stream(members)
                        .mapToObj(member ->
                                Comparison.byKeys(register, member, applicant)
                                        .withSlips(slips.name(member), slips.kana(member)))
                        .toList();
        int[] best = best(compared.stream().filter(Comparison::confirms).toList());
        if (best.length == 1) {
            return new Matched(best[0], MatchMethod.NUMBER);
        }
        List<Candidate> candidates = new ArrayList<>();
        compared.forEach(one -> candidates.add(new Candidate(MatchMethod.NUMBER, one)));
        if (best.length > 1) {
            return new Open(ReasonCode.SEVERAL_CANDIDATES, Candidate.ranked(candidates, register));
        }
        candidates.addAll(found(applicant));
        return new Open(
                Unfound.reason(applicant).orElse(ReasonCode.NUMBER_CONTRADICTS),
                Candidate.ranked(candidates, register));
    }

    /** Those that nobody beats, without people who left if others remain. */
    private int[] best(List<Comparison> confirming) {
        int[] unbeaten =
                confirming.stream()
                        .filter(one ->
                                confirming.stream()
                                        .noneMatch(other ->
                                                Comparison.BY_AGREEMENT.compare(other, one) > 0))
                        .mapToInt(Comparison::resident)
                        .toArray();
        return register.withoutLeft(unbeaten);
    }

    private List<Candidate> found(Applicant applicant) {
        Optional<Decided> found = passes.find(applicant);
        return found.map(decided ->
                        switch (decided) {
                            case Matched(int resident, MatchMethod pass) ->
                                    List.of(
                                            new Candidate(
                                                    pass,
                                                    Comparison.byKeys(
                                                            register, resident, applicant)));
                            case Open(ReasonCode _, List<Candidate> several) -> several;
                        })
                .orElse(List.of());
    }
}
