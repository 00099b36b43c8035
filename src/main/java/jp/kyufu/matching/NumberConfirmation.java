package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import jp.kyufu.matching.Outcome.Matched;
import jp.kyufu.text.Slip;
import org.jspecify.annotations.Nullable;

/**
 * The number printed on the notice proposes households; the person must confirm one of their
 * members (contract §9). A number that no household has proposes nothing. One that contradicts the
 * person is held and never outweighed, whoever else is found.
 */
final class NumberConfirmation {

    private final RegisterKeys register;

    NumberConfirmation(RegisterKeys register) {
        this.register = register;
    }

    /** The members of the households proposed. */
    int[] proposed(Applicant applicant) {
        return mayBe(applicant, register.printedOn(applicant.printedNo()));
    }

    /** The same of several applicants, faster than one by one. */
    int[][] proposed(List<Applicant> applicants) {
        int[][] members =
                register.printedOn(applicants.stream().mapToLong(Applicant::printedNo).toArray());
        for (int i = 0; i < members.length; i++) {
            members[i] = mayBe(applicants.get(i), members[i]);
        }
        return members;
    }

    private int[] mayBe(Applicant applicant, int[] members) {
        return applicant.notThese().length == 0
                ? members
                : Arrays.stream(members)
                        .filter(i -> applicant.mayBe(register.residentNo(i)))
                        .toArray();
    }

    /**
     * The member whom the keys alone confirm; nothing where more must be read.
     *
     * @param namesakes null while nobody has looked for them: then there could be any
     */
    Optional<Matched> byKeys(Applicant applicant, int[] members, @Nullable Namesakes namesakes) {
        for (int member : members) {
            Comparison one = Comparison.byKeys(register, member, applicant);
            if (one.confirms()
                    && !hasRival(applicant, member, members, namesakes)
                    && isBestWhateverTheTextsSay(one, members, applicant)) {
                return Optional.of(new Matched(member, MatchMethod.NUMBER, null));
            }
        }
        return Optional.empty();
    }

    private boolean isBestWhateverTheTextsSay(Comparison one, int[] members, Applicant applicant) {
        for (int member : members) {
            if (member != one.resident()) {
                Comparison other = Comparison.byKeys(register, member, applicant);
                Comparison best = other.atBest(register, applicant);
                if (best.confirms() && Comparison.BY_AGREEMENT.compare(best, one) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The members whom keys and texts confirm and nobody beats: one, none, or several. */
    int[] byText(Applicant applicant, Facts facts, int[] members, IntFunction<Facts> texts) {
        List<Comparison> confirming =
                Arrays.stream(members)
                        .mapToObj(member -> compare(applicant, facts, member, texts.apply(member)))
                        .filter(Comparison::confirms)
                        .toList();
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

    /**
     * Whether somebody outside the households proposed is the person who wrote, by name and birth
     * date, while this member is only a slip away: the notice of a twin, a brother, a namesake. A
     * number never outweighs the person.
     */
    boolean hasRival(
            Applicant applicant, int member, int[] members, @Nullable Namesakes namesakes) {
        if (isPerson(applicant, member)) {
            return false;
        }
        if (namesakes == null) {
            return true;
        }
        boolean named = applicant.nameKey() != 0;
        return (named ? namesakes.byName(applicant) : namesakes.byKana(applicant))
                .anyMatch(i ->
                        isPerson(applicant, i)
                                && !register.hasLeft(i)
                                && applicant.mayBe(register.residentNo(i))
                                && Arrays.stream(members).noneMatch(one -> one == i));
    }

    private boolean isPerson(Applicant applicant, int resident) {
        boolean sameName =
                applicant.nameKey() != 0
                        ? register.nameKey(resident) == applicant.nameKey()
                        : register.kanaKey(resident) == applicant.kanaKey();
        return sameName
                && applicant.hasBirthDay()
                && register.birthDay(resident) == applicant.birthDay();
    }

    private Comparison compare(Applicant applicant, Facts facts, int member, Facts resident) {
        return Comparison.byKeys(register, member, applicant)
                .withSlips(
                        isSlip(facts.joinedName(), resident.joinedName())
                                || isAnotherWay(facts, resident),
                        isSlip(facts.joinedKana(), resident.joinedKana()));
    }

    private static boolean isSlip(String written, String registered) {
        return !written.isEmpty()
                && !registered.isEmpty()
                && Slip.distanceAtMostOne(written, registered);
    }

    /** A name of the resident in another order, in part, or his 旧氏 or 通称. */
    private static boolean isAnotherWay(Facts facts, Facts resident) {
        return switch (NameComparison.name(facts, resident)) {
            case OTHER_NAME, SWAPPED, PARTS -> true;
            case WRITTEN, FOLDED, CLOSE, ALIKE, GIVEN, SURNAME, DIFFERENT, MISSING -> false;
        };
    }
}
