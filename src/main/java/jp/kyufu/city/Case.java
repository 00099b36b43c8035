package jp.kyufu.city;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is difficult about a household and its applications; the name is the column {@code class} of
 * the truth. How often: figures of real programs (defects 15 % on paper and 5 % online, 90 % of the
 * paper ones missing copies; duplicates across channels 0.5 to 1 % of online applicants), the rest
 * assumed.
 */
sealed interface Case permits IdentityCase, HouseholdCase, AccountCase, FilingCase, BlockCase {

    String name();

    /** Of 100,000 households that apply online (of blocks, for a {@link BlockCase}). */
    int online();

    /** Of 100,000 households that apply on paper. */
    int paper();

    Need need();

    /** Every case there is, in a fixed order. */
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
}
