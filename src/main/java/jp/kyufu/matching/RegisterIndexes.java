package jp.kyufu.matching;

import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Ways into the register by equality of a 64-bit key, and how often a value occurs in it. Each
 * index is built by one core.
 */
final class RegisterIndexes {

    private static final long BIRTH = 0xd1342543de82ef95L;
    private static final long TOWN = 0x9fb21c651e98df25L;

    private final ChainedIndex byPrintedNo;
    private final ChainedIndex byNameAndBirth;
    private final ChainedIndex byKanaAndBirth;
    private final ChainedIndex byGivenAndBirth;
    private final ChainedIndex byKanaAndTown;
    private final ChainedIndex byFamily;
    private final ChainedIndex byAddress;
    private final ChainedIndex byName;
    private final ChainedIndex byKana;
    private final OtherNames byOtherName;
    private final Counts births;
    private final long[] towns; // the key of each resident's town
    private final Counts inTown;

    RegisterIndexes(RegisterKeys keys, RegisterKeys.Builder built) {
        int size = keys.size();
        List<IntToLongFunction> ways =
                List.of(
                        i -> 1 + PackedNumber.printed(keys.householdNo(i)),
                        i -> withBirth(keys.nameKey(i), keys.birthDay(i)),
                        i -> withBirth(keys.kanaKey(i), keys.birthDay(i)),
                        i -> withBirth(built.givenKeys[i], keys.birthDay(i)),
                        i -> withTown(keys.kanaKey(i), built.townKeys[i]),
                        i -> built.familyKeys[i],
                        keys::addressKey,
                        keys::nameKey,
                        keys::kanaKey);
        List<ChainedIndex> indexes =
                ways.parallelStream().map(way -> new ChainedIndex(size, way)).toList();
        byPrintedNo = indexes.get(0);
        byNameAndBirth = indexes.get(1);
        byKanaAndBirth = indexes.get(2);
        byGivenAndBirth = indexes.get(3);
        byKanaAndTown = indexes.get(4);
        byFamily = indexes.get(5);
        byAddress = indexes.get(6);
        byName = indexes.get(7);
        byKana = indexes.get(8);
        byOtherName = built.others.build();
        births = new Counts(size, keys::birthDay);
        towns = built.townKeys;
        inTown = new Counts(size, i -> towns[i]);
    }

    ChainedIndex byPrintedNo() {
        return byPrintedNo;
    }

    ChainedIndex byNameAndBirth() {
        return byNameAndBirth;
    }

    ChainedIndex byKanaAndBirth() {
        return byKanaAndBirth;
    }

    /** By 旧氏 or 通称, or its reading, and birth date. */
    OtherNames byOtherName() {
        return byOtherName;
    }

    ChainedIndex byGivenAndBirth() {
        return byGivenAndBirth;
    }

    ChainedIndex byKanaAndTown() {
        return byKanaAndTown;
    }

    ChainedIndex byFamily() {
        return byFamily;
    }

    ChainedIndex byAddress() {
        return byAddress;
    }

    ChainedIndex byName() {
        return byName;
    }

    ChainedIndex byKana() {
        return byKana;
    }

    /** How many residents were born on this day. */
    int bornOn(int day) {
        return births.of(day);
    }

    /** How many residents live in the town of this one, himself included. */
    int inTownOf(int resident) {
        return inTown.of(towns[resident]);
    }

    /** 0, no key, where either half is missing. */
    static long withBirth(long key, int birthDay) {
        return key == 0 || birthDay == Applicant.NONE ? 0 : key ^ birthDay * BIRTH;
    }

    /** 0, no key, where either half is missing. */
    static long withTown(long key, long townKey) {
        return key == 0 || townKey == 0 ? 0 : key ^ townKey * TOWN;
    }
}
