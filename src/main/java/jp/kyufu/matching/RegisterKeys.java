package jp.kyufu.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jp.kyufu.value.Check;

/**
 * The register as matching holds it: parallel arrays of numbers and keys, and the indexes over them
 * ({@link RegisterIndexes}). A resident is a position in them. Never changes once built, so all
 * cores read it.
 */
final class RegisterKeys {

    private final long[] residentNos;
    private final long[] householdNos;
    private final long[] writtenKeys;
    private final long[] nameKeys;
    private final long[] kanaKeys;
    private final long[] addressKeys;
    private final int[] birthDays;
    private final BitSet guarded;
    private final BitSet left;
    private final int size;
    private final RegisterIndexes indexes;

    private RegisterKeys(Builder built) {
        residentNos = built.residentNos;
        householdNos = built.householdNos;
        writtenKeys = built.writtenKeys;
        nameKeys = built.nameKeys;
        kanaKeys = built.kanaKeys;
        addressKeys = built.addressKeys;
        birthDays = built.birthDays;
        guarded = built.guarded;
        left = built.left;
        size = built.size;
        indexes = new RegisterIndexes(this, built);
    }

    int size() {
        return size;
    }

    RegisterIndexes indexes() {
        return indexes;
    }

    /** Members of the households whose notice carries this number; several households can. */
    int[] printedOn(long printedNo) {
        if (printedNo == Applicant.NONE) {
            return Positions.EMPTY;
        }
        Positions found = new Positions();
        indexes.byPrintedNo()
                .each(
                        1 + printedNo,
                        i -> {
                            if (PackedNumber.printed(householdNos[i]) == printedNo) {
                                found.add(i);
                            }
                        });
        return found.toArray();
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

    /** Whether his or her whereabouts are protected: who is, writes from somewhere else. */
    boolean isGuarded(int resident) {
        return guarded.get(resident);
    }

    /** Whether he or she left the register on or before the reference date. */
    boolean hasLeft(int resident) {
        return left.get(resident);
    }

    /** The residents without those who left, unless all of them did. */
    int[] withoutLeft(int[] residents) {
        int[] stayed = Arrays.stream(residents).filter(i -> !left.get(i)).toArray();
        return stayed.length == 0 ? residents : stayed;
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
        private final BitSet guarded = new BitSet();
        private final BitSet left = new BitSet();
        private int size;
        // Only the indexes need these; they go when the register is built.
        long[] givenKeys = residentNos.clone();
        long[] townKeys = residentNos.clone();
        long[] familyKeys = residentNos.clone();
        final OtherNames.Builder others = new OtherNames.Builder();

        void add(ResidentKeys resident) {
            if (size == residentNos.length) {
                resize(size + (size >> 1));
            }
            set(size, resident);
            if (resident.guarded()) {
                guarded.set(size);
            }
            if (resident.left()) {
                left.set(size);
            }
            size++;
        }

        /** All residents at once, the keys of each made on all cores. */
        static Builder of(int size, IntFunction<ResidentKeys> keys) {
            Builder built = new Builder();
            built.resize(size);
            built.size = size;
            // Whole words of the bit sets, so that no two cores write to one.
            long[] guarded = new long[(size + 63) / 64];
            long[] left = guarded.clone();
            IntStream.range(0, guarded.length)
                    .parallel()
                    .forEach(word -> {
                        for (int i = word * 64; i < Math.min(size, word * 64 + 64); i++) {
                            ResidentKeys resident = keys.apply(i);
                            built.set(i, resident);
                            guarded[word] |= resident.guarded() ? 1L << i : 0;
                            left[word] |= resident.left() ? 1L << i : 0;
                        }
                    });
            built.guarded.or(BitSet.valueOf(guarded));
            built.left.or(BitSet.valueOf(left));
            return built;
        }

        private void set(int at, ResidentKeys resident) {
            residentNos[at] = resident.residentNo();
            householdNos[at] = resident.householdNo();
            writtenKeys[at] = resident.writtenKey();
            nameKeys[at] = resident.nameKey();
            kanaKeys[at] = resident.kanaKey();
            addressKeys[at] = resident.addressKey();
            givenKeys[at] = resident.givenKey();
            townKeys[at] = resident.townKey();
            familyKeys[at] = resident.familyKey();
            birthDays[at] = resident.birthDay();
        }

        /**
         * A further name of the resident added last, by the keys of name and reading, 0 for none.
         */
        void addOtherName(long nameKey, long kanaKey) {
            addOtherName(size - 1, nameKey, kanaKey);
        }

        /** The same of the resident at this position. */
        void addOtherName(int resident, long nameKey, long kanaKey) {
            int day = birthDays[resident];
            others.add(RegisterIndexes.withBirth(nameKey, day), resident);
            others.add(RegisterIndexes.withBirth(kanaKey, day), resident);
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
            givenKeys = Arrays.copyOf(givenKeys, length);
            townKeys = Arrays.copyOf(townKeys, length);
            familyKeys = Arrays.copyOf(familyKeys, length);
            birthDays = Arrays.copyOf(birthDays, length);
        }
    }
}
