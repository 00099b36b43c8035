package jp.kyufu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Groups of kanji that count as one in a key. Groups that share a kanji are one group, whose
 * representative is that of the group named first; so an official map can follow the built-in table
 * without contradicting it.
 */
final class VariantTable {

    private static final char REPEAT = '々';

    /** Says that the representative is no single unit; {@link #others} has it. */
    private static final char ELSEWHERE = Character.MIN_SURROGATE;

    /** Representative by UTF-16 unit, 0 where a unit stands for itself. */
    private final char[] ofBmp = new char[0x10000];

    private final Set<Integer> representatives = new HashSet<>();

    /** Representatives of and by characters outside the BMP. */
    private final Map<Integer, Integer> others = new HashMap<>();

    /** One string for each group, whose first character is the representative. */
    VariantTable(List<String> groups) {
        Map<Integer, Integer> parent = new HashMap<>();
        Map<Integer, Integer> rank = new HashMap<>(); // of a representative: the smaller stays
        for (int i = 0; i < groups.size(); i++) {
            int[] members = groups.get(i).codePoints().toArray();
            int first = root(parent, members[0]);
            for (int c : members) {
                int other = root(parent, c);
                if (rank.getOrDefault(other, i) < rank.getOrDefault(first, i)) {
                    first = other;
                }
            }
            rank.putIfAbsent(first, i);
            for (int c : members) {
                parent.put(root(parent, c), first);
            }
        }
        for (int c : List.copyOf(parent.keySet())) {
            put(c, root(parent, c));
        }
    }

    /** The same table and, for characters that it does not know, another one. */
    private VariantTable(VariantTable first, Map<Integer, Integer> further) {
        System.arraycopy(first.ofBmp, 0, ofBmp, 0, ofBmp.length);
        others.putAll(first.others);
        further.keySet().forEach(c -> put(c, first.target(c, further)));
    }

    /**
     * This table and after it {@code further}, from a character to the one that stands for it. What
     * this table has a group for stays as it is. A chain is followed to its end, a circle to its
     * lowest character.
     */
    VariantTable with(Map<Integer, Integer> further) {
        return new VariantTable(this, further);
    }

    private int target(int from, Map<Integer, Integer> further) {
        Set<Integer> seen = new LinkedHashSet<>();
        int at = from;
        while (of(at) == at && !isRepresentative(at) && further.containsKey(at) && seen.add(at)) {
            at = further.get(at);
        }
        if (!seen.contains(at)) {
            return of(at);
        }
        int start = at;
        return seen.stream().dropWhile(c -> c != start).min(Integer::compare).orElse(at);
    }

    private boolean isRepresentative(int c) {
        return representatives.contains(c);
    }

    private void put(int c, int representative) {
        if (c == representative) {
            return;
        }
        representatives.add(representative);
        if (Character.isBmpCodePoint(c) && Character.isBmpCodePoint(representative)) {
            ofBmp[c] = (char) representative;
            return;
        }
        others.put(c, representative);
        if (Character.isBmpCodePoint(c)) {
            ofBmp[c] = ELSEWHERE;
        }
    }

    /** The groups of a resource: one a line, no separators; lines starting with # are comments. */
    static VariantTable ofResource(String name) {
        try (InputStream in = VariantTable.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new VariantTable(groups(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> groups(String lines) {
        List<String> groups = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String group = line.strip();
            if (!group.isEmpty() && !group.startsWith("#")) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The representative of a character; itself if it has no variants. */
    int of(int codePoint) {
        if (!Character.isBmpCodePoint(codePoint) || ofBmp[codePoint] == ELSEWHERE) {
            return others.getOrDefault(codePoint, codePoint);
        }
        return ofBmp[codePoint] == 0 ? codePoint : ofBmp[codePoint];
    }

    String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ofBmp[c] != 0 || c == REPEAT || Character.isHighSurrogate(c)) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    private String foldFrom(String text, int start) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == REPEAT && !out.isEmpty()) {
                out.appendCodePoint(repeated(out));
            } else {
                out.appendCodePoint(of(c));
            }
        }
        return out.toString();
    }

    private static int repeated(StringBuilder out) {
        int last = out.codePointBefore(out.length());
        return Character.isIdeographic(last) ? last : REPEAT;
    }

    private static int root(Map<Integer, Integer> parent, int c) {
        int at = c;
        for (int up = parent.computeIfAbsent(at, k -> k); up != at; up = parent.get(at)) {
            at = up;
        }
        return at;
    }
}
