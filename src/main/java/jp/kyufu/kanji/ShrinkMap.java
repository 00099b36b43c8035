package jp.kyufu.kanji;

import java.util.List;
import java.util.OptionalInt;

/**
 * The official map as its file has it.
 *
 * @param version as the file says, or empty
 */
record ShrinkMap(String version, List<Entry> entries) {

    /**
     * One glyph.
     *
     * @param glyph {@code MJ} and six digits
     * @param own the character that it is, where the file says so
     */
    record Entry(String glyph, OptionalInt own, List<Candidate> candidates) {}

    /**
     * Another character that may stand for a glyph.
     *
     * @param hops how many steps of the evidence lead there; 1 where the file does not count
     */
    record Candidate(Evidence evidence, int target, int hops) {}
}
