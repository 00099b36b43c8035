package jp.kyufu.matching;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import jp.kyufu.value.Check;

/**
 * The register as matching holds it: numbers and keys, those of a resident side by side, so that
 * whoever looks at one waits once for the memory. A resident is a position in it. Never changes
 * once built, so all cores read it.
 */
final class RegisterKeys {

    /** What almost every applicant is compared by fills a cache line of eight longs. */
    private static final int ROW_BITS = 3;

    /** Before the first row, so that with the header of a large array it fills one too. */
    private static final int LEAD = 6;

    /** Residents whose keys are made, or taken in, at a time. */
    private static final int PART = 1 << 12;

    /** A country; more do not fit one array. */
    private static final int MOST = 200_000_000;

    private static final int RESIDENT_NO = 0;
    private static final int HOUSEHOLD_NO = 1;
    private static final int WRITTEN = 2;
    private static final int NAME = 3;
    private static final int KANA = 4;
    private static final int ADDRESS = 5;
    private static final int BIRTH = 6; // and below it whether guarded, whether left
    private static final int TOWN = 7;

    private static final int LEFT = 1;
    private static final int GUARDED = 2;
    private static final int BIRTH_SHIFT = 2;

    private final long[] rows;
    private final long[] blocks; // given name and family of each
    private final int size;
    private final Households households;
    private final OtherNames others;

    private RegisterKeys(Builder built) {
        rows = built.rows;
        blocks = built.blocks;
        size = built.size;
        others = built.others.build();
        households = new Households(this);
    }

    int size() {
        return size;
    }

    /** By 旧氏 or 通称, or its reading. */
    OtherNames others() {
        return others;
    }

    /** Members of the households whose notice carries this number; several households can. */
    int[] printedOn(long printedNo) {
        return households.members(printedNo);
    }

    /** The same of several numbers, faster than one by one. */
    int[][] printedOn(long[] printedNos) {
        return households.members(printedNos);
    }

    /** 宛名番号, packed. */
    long residentNo(int resident) {
        return field(resident, RESIDENT_NO);
    }

    /** 世帯番号, packed. */
    long householdNo(int resident) {
        return field(resident, HOUSEHOLD_NO);
    }

    long writtenKey(int resident) {
        return field(resident, WRITTEN);
    }

    long nameKey(int resident) {
        return field(resident, NAME);
    }

    long kanaKey(int resident) {
        return field(resident, KANA);
    }

    long addressKey(int resident) {
        return field(resident, ADDRESS);
    }

    long townKey(int resident) {
        return field(resident, TOWN);
    }

    int birthDay(int resident) {
        return (int) (field(resident, BIRTH) >> BIRTH_SHIFT);
    }

    long givenKey(int resident) {
        return blocks[resident << 1];
    }

    long familyKey(int resident) {
        return blocks[(resident << 1) + 1];
    }

    /** Whether his or her whereabouts are protected: who is, writes from somewhere else. */
    boolean isGuarded(int resident) {
        return (field(resident, BIRTH) & GUARDED) != 0;
    }

    /** Whether he or she left the register on or before the reference date. */
    boolean hasLeft(int resident) {
        return (field(resident, BIRTH) & LEFT) != 0;
    }

    private long field(int resident, int field) {
        return rows[(resident << ROW_BITS) + LEAD + field];
    }

    /** The residents without those who left, unless all of them did. */
    int[] withoutLeft(int[] residents) {
        int[] stayed = Arrays.stream(residents).filter(i -> !hasLeft(i)).toArray();
        return stayed.length == 0 ? residents : stayed;
    }

    /** Takes residents one by one, in any order. */
    static final class Builder {

        private long[] rows;
        private long[] blocks;
        private int size;
        private final OtherNames.Builder others = new OtherNames.Builder();

        Builder() {
            this(0);
        }

        private Builder(int size) {
            rows = new long[(size << ROW_BITS) + LEAD];
            blocks = new long[size << 1];
            this.size = size;
        }

        void add(ResidentKeys resident) {
            if (blocks.length == size << 1) {
                resize(size + (size >> 1) + PART);
            }
            set(size++, resident);
        }

        /** All residents at once, the keys of each made on all cores. */
        static Builder of(int size, IntFunction<ResidentKeys> keys) {
            Check.that(size <= MOST, "a register of more than %s residents", MOST);
            Builder built = new Builder(size);
            IntStream.range(0, (size + PART - 1) / PART)
                    .parallel()
                    .forEach(part -> {
                        for (int i = part * PART; i < Math.min(size, (part + 1) * PART); i++) {
                            built.set(i, keys.apply(i));
                        }
                    });
            return built;
        }

        private void set(int at, ResidentKeys resident) {
            int to = (at << ROW_BITS) + LEAD;
            rows[to + RESIDENT_NO] = resident.residentNo();
            rows[to + HOUSEHOLD_NO] = resident.householdNo();
            rows[to + WRITTEN] = resident.writtenKey();
            rows[to + NAME] = resident.nameKey();
            rows[to + KANA] = resident.kanaKey();
            rows[to + ADDRESS] = resident.addressKey();
            rows[to + TOWN] = resident.townKey();
            rows[to + BIRTH] =
                    (long) resident.birthDay() << BIRTH_SHIFT
                            | (resident.guarded() ? GUARDED : 0)
                            | (resident.left() ? LEFT : 0);
            blocks[at << 1] = resident.givenKey();
            blocks[(at << 1) + 1] = resident.familyKey();
        }

        private void resize(int length) {
            Check.that(size < MOST, "a register of more than %s residents", MOST);
            int room = Math.min(length, MOST);
            rows = Arrays.copyOf(rows, (room << ROW_BITS) + LEAD);
            blocks = Arrays.copyOf(blocks, room << 1);
        }

        /**
         * A further name of the resident added last, by the keys of name and reading, 0 for none.
         */
        void addOtherName(long nameKey, long kanaKey) {
            addOtherName(size - 1, nameKey, kanaKey);
        }

        /** The same of the resident at this position. */
        void addOtherName(int resident, long nameKey, long kanaKey) {
            others.add(nameKey, resident);
            others.add(kanaKey, resident);
        }

        RegisterKeys build() {
            if (blocks.length != size << 1) {
                resize(size);
            }
            return new RegisterKeys(this);
        }
    }
}
