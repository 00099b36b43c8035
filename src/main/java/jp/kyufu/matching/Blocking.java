package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;

/**
 * Finds the residents worth comparing with each of some thousand applicants: those who share one of
 * several keys with him, each found by equality. Any two facts that agree lead to a candidate;
 * which two, differs from block to block:
 *
 * <ul>
 *   <li>name or reading, and the birth date or one a slip away; given name, or the parts of the
 *       name turned round, and birth date;
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
    private static final long TOWN = 0x9fb21c651e98df25L;

    /** The keys of an applicant; 0 for none. */
    private record Sought(
            long name,
            long kana,
            int born,
            long[] turned,
            long[] given,
            long kanaAtTown,
            long address,
            long[] families) {}

    private final RegisterKeys register;
    private final List<Applicant> applicants;
    private final List<Sought> sought;
    private final SoughtIndex byName;
    private final SoughtIndex byKana;
    private final SoughtIndex byGivenAndBirth;
    private final SoughtIndex byKanaAndTown;
    private final SoughtIndex byAddress;
    private final SoughtIndex byFamily;

    /** Looks for all of them at once. */
    Blocking(RegisterKeys register, List<Applicant> applicants, List<Facts> facts) {
        this.register = register;
        this.applicants = applicants;
        sought =
                IntStream.range(0, applicants.size())
                        .parallel()
                        .mapToObj(i -> sought(applicants.get(i), facts.get(i)))
                        .toList();
        SoughtKeys names = new SoughtKeys();
        SoughtKeys kanas = new SoughtKeys();
        SoughtKeys given = new SoughtKeys();
        SoughtKeys kanasAtTowns = new SoughtKeys();
        SoughtKeys addresses = new SoughtKeys();
        SoughtKeys families = new SoughtKeys();
        for (Sought one : sought) {
            names.add(one.name());
            Arrays.stream(one.turned()).forEach(names::add);
            kanas.add(one.kana());
            Arrays.stream(one.given()).forEach(given::add);
            kanasAtTowns.add(one.kanaAtTown());
            addresses.add(one.address());
            Arrays.stream(one.families()).forEach(families::add);
        }
        RegisterPass pass = new RegisterPass(register.size());
        byName = pass.seek(names, register::nameKey);
        byKana = pass.seek(kanas, register::kanaKey);
        byGivenAndBirth =
                pass.seek(
                        given,
                        i -> Namesakes.withBirth(register.givenKey(i), register.birthDay(i)));
        byKanaAndTown =
                pass.seek(kanasAtTowns, i -> withTown(register.kanaKey(i), register.townKey(i)));
        byAddress = pass.seek(addresses, register::addressKey);
        byFamily = pass.seek(families, register::familyKey);
        pass.run();
    }

    /**
     * Positions of the residents worth comparing with this applicant, each once, in rising order;
     * never one that people have ruled out.
     */
    int[] candidates(int applicant) {
        Applicant one = applicants.get(applicant);
        Sought keys = sought.get(applicant);
        Positions found = new Positions();
        for (int member : register.printedOn(one.printedNo())) {
            found.add(member);
        }
        if (keys.born() != Applicant.NONE) {
            int[] near = BirthComparison.near(keys.born());
            takeIf(i -> isBorn(i, near), byName, keys.name(), found);
            takeIf(i -> isBorn(i, near), byKana, keys.kana(), found);
            for (long turned : keys.turned()) {
                takeIf(i -> register.birthDay(i) == keys.born(), byName, turned, found);
            }
            for (long given : keys.given()) {
                take(byGivenAndBirth, given, found);
            }
        }
        take(byKanaAndTown, keys.kanaAtTown(), found);
        take(byAddress, keys.address(), found);
        for (long family : keys.families()) {
            take(byFamily, family, found);
        }
        IntStream distinct = Arrays.stream(found.toArray()).sorted().distinct();
        return distinct.filter(i -> one.mayBe(register.residentNo(i))).toArray();
    }

    private void takeIf(IntPredicate wanted, SoughtIndex index, long key, Positions found) {
        int before = found.size();
        index.of(key).forEach(i -> addIf(wanted, i, found));
        if (found.size() - before > LIMIT) {
            found.shrink(before);
        }
        register.others().each(key, i -> addIf(wanted, i, found));
    }

    private static void take(SoughtIndex index, long key, Positions found) {
        if (index.count(key) <= LIMIT) {
            index.of(key).forEach(found::add);
        }
    }

    private static void addIf(IntPredicate wanted, int resident, Positions found) {
        if (wanted.test(resident)) {
            found.add(resident);
        }
    }

    private boolean isBorn(int resident, int[] days) {
        return Arrays.binarySearch(days, register.birthDay(resident)) >= 0;
    }

    private static Sought sought(Applicant applicant, Facts facts) {
        long kana = reading(applicant, facts);
        return new Sought(
                applicant.nameKey(),
                kana,
                facts.birthDay(),
                facts.hasBirthDay() ? keys(turned(facts)) : new long[0],
                given(facts),
                withTown(kana, BlockKeys.town(facts.address())),
                applicant.addressKey(),
                families(facts));
    }

    /** Some write their reading where the name belongs, and leave its own field empty. */
    private static long reading(Applicant applicant, Facts facts) {
        return applicant.kanaKey() != 0
                ? applicant.kanaKey()
                : Keys.hash64(Kana.key(facts.joinedName()));
    }

    /** The name with its parts moved round; one written in one is cut anywhere. */
    private static List<String> turned(Facts facts) {
        List<String> turned = new ArrayList<>();
        String joined = facts.joinedFolded();
        for (int cut = 1; cut < Math.min(joined.length(), LONGEST_IN_ONE); cut++) {
            turned.add(joined.substring(cut) + joined.substring(0, cut));
        }
        String[] parts = facts.folded().split(SPACE);
        if (parts.length == 3) {
            for (int first = 0; first < 3; first++) {
                turned.add(parts[first] + parts[(first + 2) % 3] + parts[(first + 1) % 3]);
            }
        }
        return turned;
    }

    private static long[] given(Facts facts) {
        long[] keys = keys(isInParts(facts) ? parts(facts) : cuts(facts, false));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Namesakes.withBirth(keys[i], facts.birthDay());
        }
        return keys;
    }

    private static long[] families(Facts facts) {
        List<String> surnames = isInParts(facts) ? parts(facts) : cuts(facts, true);
        return surnames.stream()
                .mapToLong(surname -> BlockKeys.familyOf(surname, facts.address()))
                .toArray();
    }

    private static boolean isInParts(Facts facts) {
        return facts.folded().indexOf(' ') >= 0;
    }

    private static List<String> parts(Facts facts) {
        return List.of(facts.folded().split(SPACE));
    }

    /** What stands before or after each place at which a name written in one can be cut. */
    private static List<String> cuts(Facts facts, boolean before) {
        List<String> cuts = new ArrayList<>();
        String folded = facts.folded();
        for (int cut = 1; cut < Math.min(folded.length(), LONGEST_IN_ONE); cut++) {
            cuts.add(before ? folded.substring(0, cut) : folded.substring(cut));
        }
        return cuts;
    }

    private static long[] keys(List<String> texts) {
        return texts.stream().mapToLong(Keys::hash64).toArray();
    }

    /** One key of both; 0, no key, where either is missing. */
    private static long withTown(long key, long townKey) {
        return key == 0 || townKey == 0 ? 0 : key ^ townKey * TOWN;
    }
}
