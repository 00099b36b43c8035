package jp.kyufu.kanji;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kyufu.kanji.ShrinkMap.Candidate;
import jp.kyufu.kanji.ShrinkMap.Entry;

/**
 * What a map comes to for keys: for a character the one other that stands for it.
 *
 * @param folds by code point, in its order
 * @param unknown glyphs of which nobody says which character they are
 */
record Folds(Map<Integer, Integer> folds, int unknown) {

    /**
     * Takes the best candidate of each glyph. A character with several glyphs follows the best of
     * them all, of equals the one named first.
     *
     * @param characters of glyphs; for a glyph it does not know, and of which the file does not say
     *     it either, the unification rules tell whom it is written as
     */
    static Folds of(ShrinkMap map, Map<String, Integer> characters, Choice choice) {
        Map<Integer, Candidate> best = new HashMap<>();
        int unknown = 0;
        for (Entry entry : map.entries()) {
            List<Integer> sources = sources(entry, characters);
            if (sources.isEmpty()) {
                unknown++;
            }
            for (Candidate candidate : entry.candidates()) {
                if (choice.takes(candidate)) {
                    sources.forEach(source -> best.merge(source, candidate, Folds::better));
                }
            }
        }
        Map<Integer, Integer> folds = new TreeMap<>();
        best.forEach((source, candidate) -> {
            if (source != candidate.target()) {
                folds.put(source, candidate.target());
            }
        });
        return new Folds(folds, unknown);
    }

    private static Candidate better(Candidate one, Candidate other) {
        return Choice.BEST.compare(other, one) < 0 ? other : one;
    }

    private static List<Integer> sources(Entry entry, Map<String, Integer> characters) {
        if (entry.own().isPresent()) {
            return List.of(entry.own().getAsInt());
        }
        Integer known = characters.get(entry.glyph());
        if (known != null) {
            return List.of(known);
        }
        return entry.candidates().stream()
                .filter(candidate -> candidate.evidence() == Evidence.JIS)
                .map(Candidate::target)
                .toList();
    }

    /** Pairs of characters, one after the other. */
    String toText() {
        StringBuilder text = new StringBuilder(3 * folds.size());
        folds.forEach((from, to) -> text.appendCodePoint(from).appendCodePoint(to));
        return text.toString();
    }

    /** The folds of {@link #toText}. */
    static Map<Integer, Integer> parse(String text) {
        int[] characters = text.codePoints().toArray();
        Map<Integer, Integer> folds = new HashMap<>(characters.length);
        for (int i = 0; i + 1 < characters.length; i += 2) {
            folds.put(characters[i], characters[i + 1]);
        }
        return folds;
    }
}
