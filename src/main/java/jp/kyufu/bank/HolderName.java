package jp.kyufu.bank;

import java.text.Normalizer;
import jp.kyufu.text.Kana;

/**
 * Whether the holder of an account is a certain person, by the readings of both names (zengin.md,
 * "Comparing a holder with a resident"). A difference is for the caller to judge, never passed
 * over.
 */
public final class HolderName {

    private HolderName() {}

    /**
     * Whether both are the same name: small kana as large, without spaces, prolonged marks and
     * middle dots, ヂ ヅ ヲ as ジ ズ オ. A holder cut at 30 bytes is compared as far as it goes.
     *
     * @param holderZengin as it is sent, half-width
     * @param kana a person's reading in any width; an empty one is nobody's
     */
    public static boolean same(String holderZengin, String kana) {
        String holder = Kana.key(holderZengin);
        String person = Kana.key(kana);
        if (holder.isEmpty()) {
            return false;
        }
        return isCut(holderZengin) ? person.startsWith(holder) : person.equals(holder);
    }

    /**
     * How alike both are, from 0 to 1 (the same). A voiced mark counts less than a kana, since
     * leaving it out is the usual slip.
     */
    public static double similarity(String holderZengin, String kana) {
        if (same(holderZengin, kana)) {
            return 1;
        }
        // Decomposed: the mark is a character of its own.
        String one = Normalizer.normalize(Kana.key(holderZengin), Normalizer.Form.NFD);
        String other = Normalizer.normalize(Kana.key(kana), Normalizer.Form.NFD);
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - (double) distance(one, other) / longer;
    }

    /**
     * A cut name fills the field but for a kana whose mark found no room, and a space before it.
     */
    private static boolean isCut(String holderZengin) {
        return holderZengin.length() >= ZenginText.PAYEE_BYTES - 2;
    }

    /** Levenshtein distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
