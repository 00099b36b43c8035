package jp.kyufu.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java source taken apart without a parser: its string and char literals, and the code without
 * them and without comments (both blanked, so that line and offset stay the same).
 */
record JavaText(String code, List<Literal> literals) {

    /**
     * A literal.
     *
     * @param line where it starts, from 1
     * @param start offset of its first quote in the source
     * @param end offset after its last quote
     * @param value as written between the quotes
     */
    record Literal(int line, int start, int end, String value) {

        private static final Pattern CODE_POINT = Pattern.compile("\\\\u+([0-9A-Fa-f]{4})");

        /** With the characters that are written by their number. */
        String decoded() {
            return CODE_POINT
                    .matcher(value)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(found.group(1), 16))));
        }
    }

    static JavaText of(String source) {
        return new Reader(source).read();
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        return lineOf(code, offset);
    }

    private static int lineOf(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static final class Reader {

        private final String source;
        private final StringBuilder code;
        private final List<Literal> literals = new ArrayList<>();
        private int at;

        Reader(String source) {
            this.source = source;
            this.code = new StringBuilder(source);
        }

        JavaText read() {
            while (at < source.length()) {
                if (source.startsWith("//", at)) {
                    blankTo(end("\n", at));
                } else if (source.startsWith("/*", at)) {
                    blankTo(end("*/", at + 2) + 2);
                } else if (source.startsWith("\"\"\"", at)) {
                    literal(end("\"\"\"", at + 3) + 3, 3);
                } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                    literal(closingQuote(source.charAt(at)) + 1, 1);
                } else {
                    at++;
                }
            }
            return new JavaText(code.toString(), literals);
        }

        private int end(String mark, int from) {
            int found = source.indexOf(mark, from);
            return found < 0 ? source.length() : found;
        }

        private int closingQuote(char quote) {
            int close = at + 1;
            while (source.charAt(close) != quote) {
                close += source.charAt(close) == '\\' ? 2 : 1;
            }
            return close;
        }

        private void literal(int to, int quotes) {
            String value = source.substring(at + quotes, to - quotes);
            literals.add(new Literal(lineOf(source, at), at, to, value));
            blankTo(to);
        }

        private void blankTo(int to) {
            for (; at < Math.min(to, source.length()); at++) {
                if (source.charAt(at) != '\n') {
                    code.setCharAt(at, ' ');
                }
            }
        }
    }
}
