package jp.kyufu.matching;

import java.util.Arrays;
import java.util.BitSet;
import jp.kyufu.value.Check;

/**
 * The register as matching holds it: parallel arrays of numbers and keys, and three indexes. A
 * resident is a position in them. Never changes once built, so all cores read it.
 */
final class RegisterKeys {

    private static final long BIRTH = 0xd1342543de82ef95L;

    private final long[] residentNos;
    private final long[] householdNos;
    private final long[] writtenKeys;
    private final long[] nameKeys;
    private final long[] kanaKeys;
    private final long[] addressKeys;
    private final int[] birthDays;
    private final BitSet left;
    private final int size;

    private final ChainedIndex byPrintedNo;
    private final ChainedIndex byName;
    private final ChainedIndex byKana;

    private RegisterKeys(Builder built) {
        residentNos = built.residentNos;
        householdNos = built.householdNos;
        writtenKeys = built.writtenKeys;
        nameKeys = built.nameKeys;
        kanaKeys = built.kanaKeys;
        addressKeys = built.addressKeys;
        birthDays = built.birthDays;
        left = built.left;
        size = built.size;
        byPrintedNo = new ChainedIndex(size, i -> 1 + PackedNumber.printed(householdNos[i]));
        byName = new ChainedIndex(size, i -> withBirth(nameKeys[i], birthDays[i]));
        byKana = new ChainedIndex(size, i -> withBirth(kanaKeys[i], birthDays[i]));
    }

    int size() {
        return size;
    }

    /** Members of the households whose notice carries this number; several households can. */
    int[] printedOn(long printedNo) {
        if (printedNo == Applicant.NONE) {
            return Positions.EMPTY;
        }
        Positions found = new Positions();
        for (int i = byPrintedNo.first(1 + printedNo); i >= 0; i = byPrintedNo.next(i)) {
            if (PackedNumber.printed(householdNos[i]) == printedNo) {
                found.add(i);
            }
        }
        return found.toArray();
    }

    /** Where a chain of residents of this name and birth date starts; -1 for none. */
    int firstOfName(long nameKey, int birthDay) {
        return byName.first(withBirth(nameKey, birthDay));
    }

    int nextOfName(int resident) {
        return byName.next(resident);
    }

    /** Where a chain of residents of this kana and birth date starts; -1 for none. */
    int firstOfKana(long kanaKey, int birthDay) {
        return byKana.first(withBirth(kanaKey, birthDay));
    }

    int nextOfKana(int resident) {
        return byKana.next(resident);
    }

    /** 宛名番号, packed. */
    long residentNo(int resident) {
        return residentNos[resident];
    }

    /** 世帯番号, packed. */
    long householdNo(int resident) {
        return householdNos[resident];
    }

    long writtenKey(int resident) {
        return writtenKeys[resident];
    }

    long nameKey(int resident) {
        return nameKeys[resident];
    }

    long kanaKey(int resident) {
        return kanaKeys[resident];
    }

    long addressKey(int resident) {
        return addressKeys[resident];
    }

    int birthDay(int resident) {
        return birthDays[resident];
    }

    /** The residents without those who left, unless all of them did. */
    int[] withoutLeft(int[] residents) {
        int[] stayed = Arrays.stream(residents).filter(i -> !left.get(i)).toArray();
        return stayed.length == 0 ? residents : stayed;
    }

    /** 0, no key, where either half is missing. */
    private static long withBirth(long key, int birthDay) {
        return key == 0 || birthDay == Applicant.NONE ? 0 : key ^ birthDay * BIRTH;
    }

    /** Takes residents one by one, in any order. */
    static final class Builder {

        private long[] residentNos = new long[1 << 10];
        private long[] householdNos = residentNos.clone();
        private long[] writtenKeys = residentNos.clone();
        private long[] nameKeys = residentNos.clone();
        private long[] kanaKeys = residentNos.clone();
        private long[] addressKeys = residentNos.clone();
        private int[] birthDays = new int[residentNos.length];
        private final BitSet left = new BitSet();
        private int size;

        void add(ResidentKeys resident) {
            if (size == residentNos.length) {
                resize(size + (size >> 1));
            }
            residentNos[size] = resident.residentNo();
            householdNos[size] = resident.householdNo();
            writtenKeys[size] = resident.writtenKey();
            nameKeys[size] = resident.nameKey();
            kanaKeys[size] = resident.kanaKey();
            addressKeys[size] = resident.addressKey();
            birthDays[size] = resident.birthDay();
            if (resident.left()) {
                left.set(size);
            }
            size++;
        }

        RegisterKeys build() {
            resize(size);
            return new RegisterKeys(this);
        }

        private void resize(int length) {
            Check.that(length >= size, "a register of more than %s residents", size);
            residentNos = Arrays.copyOf(residentNos, length);
            householdNos = Arrays.copyOf(householdNos, length);
            writtenKeys = Arrays.copyOf(writtenKeys, length);
            nameKeys = Arrays.copyOf(nameKeys, length);
            kanaKeys = Arrays.copyOf(kanaKeys, length);
            addressKeys = Arrays.copyOf(addressKeys, length);
            birthDays = Arrays.copyOf(birthDays, length);
        }
    }
}
