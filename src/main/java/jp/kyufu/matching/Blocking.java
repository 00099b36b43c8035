package jp.kyufu.matching;

import java.util.Arrays;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;

/**
 * Finds the residents worth comparing with an applicant: those who share one of several keys with
 * him, each looked up by equality. Any two facts that agree lead to a candidate; which two, differs
 * from block to block:
 *
 * <ul>
 *   <li>birth date and name, reading, or given name; also for every date a slip away and for the
 *       parts of the name turned round;
 *   <li>the reading and the town; the surname and its block of houses; the whole address;
 *   <li>the household whose number the applicant printed.
 * </ul>
 *
 * A block of more than {@link #LIMIT} residents says too little to be worth comparing, and is left
 * out: an institution's address brings up nobody, the name of somebody who lives there does.
 */
final class Blocking {

    static final int LIMIT = 256;

    /** Names written in one are cut anywhere; longer ones have more than two parts anyhow. */
    private static final int LONGEST_IN_ONE = 12;

    private static final String SPACE = " ";

    private final RegisterKeys register;
    private final RegisterIndexes indexes;

    Blocking(RegisterKeys register) {
        this.register = register;
        this.indexes = register.indexes();
    }

    /** Positions of residents, each once, in rising order; never one that people have ruled out. */
    int[] candidates(Applicant applicant, Facts facts) {
        Found found = new Found();
        for (int member : register.printedOn(applicant.printedNo())) {
            found.positions.add(member);
        }
        long kanaKey = reading(applicant, facts);
        if (facts.hasBirthDay()) {
            byBirth(facts, applicant.nameKey(), kanaKey, found);
        }
        long town = BlockKeys.town(facts.address());
        found.take(indexes.byKanaAndTown(), RegisterIndexes.withTown(kanaKey, town));
        found.take(indexes.byAddress(), applicant.addressKey());
        byFamily(facts, found);
        int[] distinct = Arrays.stream(found.positions.toArray()).sorted().distinct().toArray();
        return applicant.notThese().length == 0
                ? distinct
                : Arrays.stream(distinct)
                        .filter(i -> applicant.mayBe(register.residentNo(i)))
                        .toArray();
    }

    /** Some write their reading where the name belongs, and leave its own field empty. */
    private static long reading(Applicant applicant, Facts facts) {
        return applicant.kanaKey() != 0
                ? applicant.kanaKey()
                : Keys.hash64(Kana.key(facts.joinedName()));
    }

    private void byBirth(Facts facts, long nameKey, long kanaKey, Found found) {
        int born = facts.birthDay();
        found.byNameAndKana(nameKey, kanaKey, born);
        BirthComparison.eachSlip(born, day -> found.byNameAndKana(nameKey, kanaKey, day));
        String folded = facts.folded();
        if (folded.isEmpty()) {
            return;
        }
        String joined = facts.joinedFolded();
        boolean inParts = folded.indexOf(' ') >= 0;
        for (int cut = 1; cut < Math.min(joined.length(), LONGEST_IN_ONE); cut++) {
            found.byName(Keys.hash64(joined.substring(cut) + joined.substring(0, cut)), born);
            if (!inParts) {
                found.byGiven(joined.substring(cut), born);
            }
        }
        if (inParts) {
            String[] parts = folded.split(SPACE);
            turned(parts, born, found);
            for (String part : parts) {
                found.byGiven(part, born);
            }
        }
    }

    /** A Latin name's parts, moved round; in one they were moved round already. */
    private static void turned(String[] parts, int born, Found found) {
        if (parts.length != 3) {
            return;
        }
        for (int first = 0; first < 3; first++) {
            String second = parts[(first + 2) % 3];
            String third = parts[(first + 1) % 3];
            found.byName(Keys.hash64(parts[first] + second + third), born);
        }
    }

    private void byFamily(Facts facts, Found found) {
        String folded = facts.folded();
        if (folded.isEmpty()) {
            return;
        }
        if (folded.indexOf(' ') >= 0) {
            for (String part : folded.split(SPACE)) {
                found.take(indexes.byFamily(), BlockKeys.familyOf(part, facts.address()));
            }
        } else {
            for (int cut = 1; cut < Math.min(folded.length(), LONGEST_IN_ONE); cut++) {
                String surname = folded.substring(0, cut);
                found.take(indexes.byFamily(), BlockKeys.familyOf(surname, facts.address()));
            }
        }
    }

    /** What was found for one applicant. */
    private final class Found {

        private final Positions positions = new Positions();

        void byNameAndKana(long nameKey, long kanaKey, int born) {
            byName(nameKey, born);
            long key = RegisterIndexes.withBirth(kanaKey, born);
            take(indexes.byKanaAndBirth(), key);
            indexes.byOtherName().each(key, positions::add);
        }

        void byName(long nameKey, int born) {
            long key = RegisterIndexes.withBirth(nameKey, born);
            take(indexes.byNameAndBirth(), key);
            indexes.byOtherName().each(key, positions::add);
        }

        void byGiven(String given, int born) {
            long key = RegisterIndexes.withBirth(Keys.hash64(given), born);
            take(indexes.byGivenAndBirth(), key);
        }

        void take(ChainedIndex index, long key) {
            int before = positions.size();
            for (int i = index.first(key); i >= 0; i = index.next(key, i)) {
                positions.add(i);
            }
            if (positions.size() - before > LIMIT) {
                positions.shrink(before);
            }
        }
    }
}
