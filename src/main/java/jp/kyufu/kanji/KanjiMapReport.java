package jp.kyufu.kanji;

/**
 * What became of a map.
 *
 * @param version as its file says, or empty
 * @param glyphs entries of the file
 * @param folds characters that fold to another one
 * @param unknown glyphs of which nobody says which character they are
 * @param keys stored keys that came out otherwise
 */
public record KanjiMapReport(
        int mapNo, String version, int glyphs, int folds, int unknown, long keys) {}
