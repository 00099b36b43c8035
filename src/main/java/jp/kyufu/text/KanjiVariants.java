package jp.kyufu.text;

/**
 * Variants of kanji in names (旧字, 異体字, 略字), folded to one representative each. The table is {@code
 * kanji-variants.txt}, written for this project; {@link VariantTable} takes further tables.
 */
public final class KanjiVariants {

    private static final VariantTable TABLE = VariantTable.ofResource("kanji-variants.txt");

    private KanjiVariants() {}

    /**
     * The text with every known variant replaced by its representative and 々 by the kanji it
     * repeats. For keys only: never show or store the result as somebody's name. Idempotent.
     */
    public static String fold(String text) {
        return TABLE.fold(text);
    }

    /** The representative of one character; itself if it has no variants. */
    static int fold(int codePoint) {
        return TABLE.of(codePoint);
    }
}
