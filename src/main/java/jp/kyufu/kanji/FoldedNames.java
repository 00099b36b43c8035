package jp.kyufu.kanji;

/** Names of which a stage stores keys that a map of variants folds. */
public interface FoldedNames {

    /**
     * Makes the keys anew that come out otherwise under the map now in force, in the caller's
     * transaction. Gives how many.
     */
    long refold();
}
