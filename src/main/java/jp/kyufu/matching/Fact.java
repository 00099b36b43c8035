package jp.kyufu.matching;

import java.util.List;

/** What two records are compared by; each has levels of its own, numbered from 0. */
public enum Fact {
    /** The name in its characters. */
    NAME(NameLevel.values()),
    /** The reading, given how far the name agrees: where the name is equal it says little more. */
    KANA(KanaLevel.values()),
    BIRTH(BirthLevel.values()),
    ADDRESS(AddressLevel.values()),
    SEX(SexLevel.values()),
    /** The household whose notice the applicant copied the number from. */
    NUMBER(NumberLevel.values());

    /** Equal, close, different: of names that are equal, close, equal in part, or different. */
    private static final int KANA_GROUP = 3;

    private final List<Enum<?>> levels;

    Fact(Enum<?>[] levels) {
        this.levels = List.of(levels);
    }

    /** Its levels in order of their numbers, named as the model and the evidence name them. */
    public List<Enum<?>> levels() {
        return levels;
    }

    /** Whether this level is that the fact is missing on one side. */
    boolean isMissing(int level) {
        return level == levels.size() - 1;
    }

    /** Whether this level is that the two differ. */
    boolean isDenial(int level) {
        Enum<?> name = levels.get(level);
        return name == AddressLevel.ELSEWHERE || name.name().startsWith("DIFFERENT");
    }

    /** Levels of one group exclude each other; the shares of a group sum to one. */
    int group(int level) {
        return this == KANA ? level / KANA_GROUP : 0;
    }

    /** The sums of the groups of {@link #group}, what is missing left out. */
    double[] groupSums(double[] ofLevels) {
        double[] sums = new double[levels.size()];
        for (int level = 0; level < levels.size() - 1; level++) {
            sums[group(level)] += ofLevels[level];
        }
        return sums;
    }

    /** How far two names agree, best first. */
    public enum NameLevel {
        /** Equal as written. */
        WRITTEN,
        /** Equal after kanji variants are folded. */
        FOLDED,
        /** Equal to another name of the resident: 旧氏, 通称. */
        OTHER_NAME,
        /** The same parts in another order. */
        SWAPPED,
        /** Latin names of which one leaves out parts of the other; two at least are common. */
        PARTS,
        /** One character apart, or only by characters that look alike. */
        CLOSE,
        /** Two characters apart in a long name. */
        ALIKE,
        /** The given name alone. */
        GIVEN,
        /** The surname alone. */
        SURNAME,
        DIFFERENT,
        /** One side has none. */
        MISSING
    }

    /** How far two readings agree, by how far the names do. */
    public enum KanaLevel {
        EQUAL_AS_NAME,
        CLOSE_AS_NAME,
        DIFFERENT_AS_NAME,
        /** The names are close. */
        EQUAL_NEAR_NAME,
        CLOSE_NEAR_NAME,
        DIFFERENT_NEAR_NAME,
        /** The names have one part in common. */
        EQUAL_IN_PART,
        CLOSE_IN_PART,
        DIFFERENT_IN_PART,
        /** The names differ, or there is none to compare. */
        EQUAL_ALONE,
        CLOSE_ALONE,
        DIFFERENT_ALONE,
        MISSING
    }

    /** How far two birth dates agree. */
    public enum BirthLevel {
        EQUAL,
        /** Day and month changed places. */
        DAY_MONTH,
        /** One digit of yyyyMMdd differs. */
        DIGIT,
        /** The year before or after. */
        YEAR,
        /** The same year number of another era. */
        ERA,
        DIFFERENT,
        MISSING
    }

    /** How far two addresses agree. */
    public enum AddressLevel {
        /** Town and all numbers. */
        EQUAL,
        /** Town and house; one side says no room. */
        HOUSE,
        /** Town, and numbers of which one is another. */
        NEAR,
        TOWN,
        DIFFERENT,
        /** It names another city. */
        ELSEWHERE,
        MISSING
    }

    /** Whether the sexes agree. */
    public enum SexLevel {
        EQUAL,
        DIFFERENT,
        MISSING
    }

    /** What the printed number says of a household. */
    public enum NumberLevel {
        /** It is this one's. */
        EQUAL,
        /** It is another's. */
        DIFFERENT,
        /** There is none, or none that any household has. */
        MISSING
    }
}
