package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.matching.Outcome.Open;
import jp.kyufu.value.ReasonCode;

/**
 * Numbered exact passes, strictest first; a pass speaks when it finds anybody and is accepted only
 * when it finds one. Every pass asks for the birth date, so a resident or applicant without one is
 * never found.
 */
final class ExactPasses {

    /** What must be equal besides the birth date. */
    private record Pass(MatchMethod method, boolean name, boolean kana, boolean address) {

        /** Whether the form says all that the pass asks for. Kana alone never overrules a name. */
        boolean canTake(Applicant a) {
            return (name ? a.nameKey() != 0 : address || a.nameKey() == 0)
                    && (!kana || a.kanaKey() != 0)
                    && (!address || a.addressKey() != 0);
        }
    }

    private static final List<Pass> PASSES =
            List.of(
                    new Pass(MatchMethod.PASS_1, true, true, true),
                    new Pass(MatchMethod.PASS_2, true, true, false),
                    new Pass(MatchMethod.PASS_3, true, false, false),
                    new Pass(MatchMethod.PASS_4, false, true, true),
                    new Pass(MatchMethod.PASS_5, false, true, false));

    private final RegisterKeys register;

    ExactPasses(RegisterKeys register) {
        this.register = register;
    }

    /** The resident of the first pass that finds anybody; held where that one finds several. */
    Optional<Decided> find(Applicant applicant) {
        if (!applicant.hasBirthDay()) {
            return Optional.empty();
        }
        for (Pass pass : PASSES) {
            int[] found = pass.canTake(applicant) ? search(pass, applicant) : Positions.EMPTY;
            if (found.length > 1) {
                found = register.withoutLeft(found);
            }
            if (found.length == 1) {
                return Optional.of(new Matched(found[0], pass.method()));
            }
            if (found.length > 1) {
                return Optional.of(
                        new Open(
                                ReasonCode.SEVERAL_CANDIDATES,
                                candidates(pass.method(), found, applicant)));
            }
        }
        return Optional.empty();
    }

    private int[] search(Pass pass, Applicant applicant) {
        Positions found = new Positions();
        int at =
                pass.name()
                        ? register.firstOfName(applicant.nameKey(), applicant.birthDay())
                        : register.firstOfKana(applicant.kanaKey(), applicant.birthDay());
        while (at >= 0) {
            if (agrees(pass, applicant, at)) {
                found.add(at);
            }
            at = pass.name() ? register.nextOfName(at) : register.nextOfKana(at);
        }
        return found.toArray();
    }

    private boolean agrees(Pass pass, Applicant applicant, int resident) {
        return register.birthDay(resident) == applicant.birthDay()
                && (!pass.name() || register.nameKey(resident) == applicant.nameKey())
                && (!pass.kana() || register.kanaKey(resident) == applicant.kanaKey())
                && (!pass.address() || register.addressKey(resident) == applicant.addressKey());
    }

    private List<Candidate> candidates(MatchMethod pass, int[] residents, Applicant applicant) {
        return Candidate.ranked(
                Arrays.stream(residents)
                        .mapToObj(
                                i -> new Candidate(pass, Comparison.byKeys(register, i, applicant)))
                        .toList(),
                register);
    }
}
