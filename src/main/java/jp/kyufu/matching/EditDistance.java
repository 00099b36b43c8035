package jp.kyufu.matching;

/**
 * How many insertions, deletions, substitutions and transpositions of neighbours make one text of
 * another (optimal string alignment), 64 characters at a time: Hyyrö, "A bit-vector algorithm for
 * computing Levenshtein and Damerau edit distances", 2003. Counted in UTF-16 units.
 */
final class EditDistance {

    private static final int WORD = 64;

    private EditDistance() {}

    /** The distance of texts of which the first 64 characters are compared; symmetric. */
    static int of(String a, String b) {
        int columns = Math.min(a.length(), WORD);
        int rows = Math.min(b.length(), WORD);
        if (columns == 0 || rows == 0) {
            return Math.max(columns, rows);
        }
        long last = 1L << (columns - 1);
        long up = -1L; // vertical differences of +1
        long down = 0; // and of -1
        long diagonal = 0; // columns whose diagonal difference is 0
        long before = 0; // where the character before this one stands
        int distance = columns;
        for (int row = 0; row < rows; row++) {
            long here = places(a, columns, b.charAt(row));
            long transposed = ((~diagonal & here) << 1) & before;
            diagonal = (((here & up) + up) ^ up) | here | down | transposed;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            if ((right & last) != 0) {
                distance++;
            } else if ((left & last) != 0) {
                distance--;
            }
            right = (right << 1) | 1;
            left <<= 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            before = here;
        }
        return distance;
    }

    /**
     * A bit for each place at which the character stands. Names are short: a scan beats a table.
     */
    private static long places(String text, int length, char c) {
        long places = 0;
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) == c) {
                places |= 1L << i;
            }
        }
        return places;
    }
}
