package jp.kyufu.city;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is difficult about a household and its applications; the name is the column {@code class} of
 * the truth. How often: figures of real programs (defects 15 % on paper and 5 % online, 90 % of the
 * paper ones missing copies; duplicates across channels 0.5 to 1 % of online applicants), the rest
 * assumed.
 */
sealed interface Case
        permits IdentityCase, HouseholdCase, AccountCase, FilingCase, BlockCase, HardCase {

    String name();

    /** Of 100,000 households that apply online (of blocks, for a {@link BlockCase}). */
    int online();

    /** Of 100,000 households that apply on paper. */
    int paper();

    Need need();

    /**
     * The first so many households of a block of four neighbours take part; 1: it takes no block.
     */
    default int homes() {
        return 1;
    }

    /** Every case of an ordinary city, in a fixed order. */
    static List<Case> all() {
        return Stream.<Case[]>of(
                        IdentityCase.values(),
                        HouseholdCase.values(),
                        AccountCase.values(),
                        FilingCase.values(),
                        BlockCase.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** Every case of a hard city: nothing wrong, or what makes a person hard to find. */
    static List<Case> hard() {
        return Stream.<Case>concat(Stream.of(IdentityCase.ORDINARY), Stream.of(HardCase.values()))
                .toList();
    }
}
