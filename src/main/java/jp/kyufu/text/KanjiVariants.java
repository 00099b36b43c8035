package jp.kyufu.text;

import java.util.Map;

/**
 * Variants of kanji in names (旧字, 異体字, 略字), folded to one representative each. The table is {@code
 * kanji-variants.txt}, written for this project, and after it the map that the installation has
 * loaded: one for a process, set before it makes keys.
 */
public final class KanjiVariants {

    private static final VariantTable BUILT_IN = VariantTable.ofResource("kanji-variants.txt");

    private static volatile VariantTable table = BUILT_IN;

    private KanjiVariants() {}

    /**
     * From now on characters that the built-in table does not know fold by this map.
     *
     * @param further from a code point to that of the kanji that stands for it; empty for none
     */
    public static void use(Map<Integer, Integer> further) {
        table = further.isEmpty() ? BUILT_IN : BUILT_IN.with(further);
    }

    /**
     * The text with every known variant replaced by its representative and 々 by the kanji it
     * repeats. For keys only: never show or store the result as somebody's name. Idempotent.
     */
    public static String fold(String text) {
        return table.fold(text);
    }

    /** The representative of one character by the built-in table, whatever map is loaded. */
    static int builtIn(int codePoint) {
        return BUILT_IN.of(codePoint);
    }
}
