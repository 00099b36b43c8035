package jp.kyufu.web.office;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts beside each other, cut where they differ: what both have in the same order (the longest
 * common subsequence) is plain, the rest is marked.
 */
public record Marked(List<Piece> left, List<Piece> right) {

    /** Longer texts are marked whole: nobody compares them by character. */
    private static final int LONGEST = 400;

    /** Part of a text. */
    public record Piece(String text, boolean differs) {}

    /** Both plain: they say the same, however it is written. */
    static Marked same(String left, String right) {
        return new Marked(List.of(new Piece(left, false)), List.of(new Piece(right, false)));
    }

    static Marked of(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        if (a.length > LONGEST || b.length > LONGEST) {
            return new Marked(List.of(new Piece(left, true)), List.of(new Piece(right, true)));
        }
        int[][] common = common(a, b);
        Line of = new Line();
        Line and = new Line();
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                of.add(a[i++], false);
                and.add(b[j++], false);
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                of.add(a[i++], true);
            } else {
                and.add(b[j++], true);
            }
        }
        while (i < a.length) {
            of.add(a[i++], true);
        }
        while (j < b.length) {
            and.add(b[j++], true);
        }
        return new Marked(of.pieces(), and.pieces());
    }

    /** How long the longest common subsequence of the rests from i and j is. */
    private static int[][] common(int[] a, int[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i] == b[j]
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** One side while it is cut. */
    private static final class Line {

        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private boolean differs;

        void add(int character, boolean marked) {
            if (marked != differs) {
                end();
                differs = marked;
            }
            open.appendCodePoint(character);
        }

        List<Piece> pieces() {
            end();
            return List.copyOf(pieces);
        }

        private void end() {
            if (!open.isEmpty()) {
                pieces.add(new Piece(open.toString(), differs));
                open.setLength(0);
            }
        }
    }
}
