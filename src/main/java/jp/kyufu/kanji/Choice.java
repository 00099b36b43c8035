package jp.kyufu.kanji;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import jp.kyufu.kanji.ShrinkMap.Candidate;

/**
 * Which of a map's candidates a city takes.
 *
 * @param evidence the kinds of evidence it trusts
 * @param hops the most steps that a candidate may be away
 */
public record Choice(Set<Evidence> evidence, int hops) {

    /** Circulars on family registers, one step: what the forms of one name rest on. */
    public static final Choice USUAL = new Choice(EnumSet.of(Evidence.NOTICE), 1);

    /** The best candidate first. */
    static final Comparator<Candidate> BEST =
            Comparator.comparing(Candidate::evidence).thenComparingInt(Candidate::hops);

    public Choice {
        evidence = Set.copyOf(evidence);
    }

    boolean takes(Candidate candidate) {
        return evidence.contains(candidate.evidence()) && candidate.hops() <= hops;
    }
}
