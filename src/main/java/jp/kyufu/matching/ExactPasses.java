package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jp.kyufu.matching.Outcome.Matched;

/**
 * Numbered exact passes, strictest first. Those that ask for the address decide alone: a pass
 * speaks when it finds anybody and is accepted when it finds one. Those that do not are names for
 * what {@link Scoring} accepted: a namesake born on the same day lives somewhere in a large city,
 * while he who is meant may have slipped in his own birth date.
 */
final class ExactPasses {

    /** What must be equal besides the birth date. */
    private record Pass(MatchMethod method, boolean name, boolean kana, boolean address) {

        boolean agrees(RegisterKeys register, int resident, Applicant a) {
            return register.birthDay(resident) == a.birthDay()
                    && (!name || isSame(register.nameKey(resident), a.nameKey()))
                    && (!kana || isSame(register.kanaKey(resident), a.kanaKey()))
                    && (!address || isSame(register.addressKey(resident), a.addressKey()));
        }

        private static boolean isSame(long registered, long written) {
            return written != 0 && registered == written;
        }
    }

    private static final List<Pass> WITH_ADDRESS =
            List.of(
                    new Pass(MatchMethod.PASS_1, true, true, true),
                    new Pass(MatchMethod.PASS_2, true, false, true),
                    new Pass(MatchMethod.PASS_3, false, true, true));

    /** Beside 旧氏 or 通称, which few residents have and the register's indexes leave out. */
    private static final Pass AT_HOME = new Pass(MatchMethod.PASS_7, false, false, true);

    private static final List<Pass> WITHOUT_ADDRESS =
            List.of(
                    new Pass(MatchMethod.PASS_4, true, true, false),
                    new Pass(MatchMethod.PASS_5, true, false, false),
                    new Pass(MatchMethod.PASS_6, false, true, false));

    private final RegisterKeys register;

    ExactPasses(RegisterKeys register) {
        this.register = register;
    }

    /** The resident of the first pass that finds anybody; nothing where that one finds several. */
    Optional<Matched> find(Applicant applicant, Namesakes namesakes) {
        if (!applicant.hasBirthDay() || applicant.addressKey() == 0) {
            return Optional.empty();
        }
        for (Pass pass : WITH_ADDRESS) {
            int[] found = search(pass, applicant, namesakes);
            if (found.length > 1) {
                found = register.withoutLeft(found);
            }
            if (found.length > 0) {
                return found.length == 1
                        ? Optional.of(new Matched(found[0], pass.method(), null))
                        : Optional.empty();
            }
        }
        return byOtherName(applicant);
    }

    /** Who has the name or the reading as 旧氏 or 通称, where that is one alone. */
    private Optional<Matched> byOtherName(Applicant applicant) {
        Positions found = new Positions();
        IntConsumer there =
                i -> {
                    if (AT_HOME.agrees(register, i, applicant)
                            && applicant.mayBe(register.residentNo(i))) {
                        found.add(i);
                    }
                };
        register.others().each(applicant.nameKey(), there);
        register.others().each(applicant.kanaKey(), there);
        int[] residents = register.withoutLeft(Arrays.stream(found.toArray()).distinct().toArray());
        return residents.length == 1
                ? Optional.of(new Matched(residents[0], MatchMethod.PASS_7, null))
                : Optional.empty();
    }

    /** What to call it that scoring found this resident: a pass without address, or SCORE. */
    MatchMethod name(Applicant applicant, int resident) {
        if (applicant.hasBirthDay()) {
            for (Pass pass : WITHOUT_ADDRESS) {
                // Kana alone never overrules a name.
                if ((pass.name() || applicant.nameKey() == 0)
                        && pass.agrees(register, resident, applicant)) {
                    return pass.method();
                }
            }
        }
        return MatchMethod.SCORE;
    }

    private int[] search(Pass pass, Applicant applicant, Namesakes namesakes) {
        IntStream found = pass.name() ? namesakes.byName(applicant) : namesakes.byKana(applicant);
        return found.filter(i -> pass.agrees(register, i, applicant))
                .filter(i -> applicant.mayBe(register.residentNo(i)))
                .toArray();
    }
}
