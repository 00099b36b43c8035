package jp.kyufu.matching;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resident whom a person sees beside a held application, and the step that brought him up. */
record Candidate(MatchMethod by, Comparison comparison) {

    /** As many as a person can compare. */
    static final int SHOWN = 10;

    /** The best of them, best first, each resident once; the same whatever order they came in. */
    static List<Candidate> ranked(List<Candidate> candidates, RegisterKeys register) {
        Map<Integer, Candidate> best = new LinkedHashMap<>();
        candidates.stream()
                .sorted(
                        Comparator.comparing(Candidate::comparison, Comparison.BY_AGREEMENT)
                                .reversed()
                                .thenComparing(one -> register.residentNo(one.resident()))
                                .thenComparing(Candidate::by))
                .forEach(one -> best.putIfAbsent(one.resident(), one));
        return best.values().stream().limit(SHOWN).toList();
    }

    int resident() {
        return comparison.resident();
    }

    /** Codes only: {@code PASS_2 NAME=EXACT KANA=EXACT BIRTH=EXACT ADDRESS=NONE}. */
    String evidence() {
        return by + " " + comparison.evidence();
    }
}
