package jp.kyufu.upload;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one record, in which every quoted field closes and is followed by a comma or nothing:
 * {@link RecordScanner} has seen to that. So splitting it is two searches for a character, which
 * takes a third of what a CSV parser of any input needs.
 */
final class RowText {

    /** No control character that may not be there. */
    static final int CLEAN = -1;

    private enum Within {
        START,
        PLAIN,
        QUOTES,
        /** A quote that closes the field, or the first half of a doubled one. */
        CLOSED
    }

    private Within within = Within.START;
    private int field;

    private RowText() {}

    /** The place of the first control character that is no line end or tab in quotes. */
    static int control(String text) {
        if (!ControlCharacters.in(text)) {
            return CLEAN;
        }
        RowText walk = new RowText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = walk.within == Within.QUOTES && (c == '\r' || c == '\n' || c == '\t');
            if (ControlCharacters.is(c) && !allowed) {
                return i;
            }
            walk.pass(c);
        }
        return CLEAN;
    }

    /**
     * The fields of a clean record without their quotes, each line end and tab in them a space.
     *
     * @param columns how many fields there should be
     */
    static List<String> fields(String text, int columns) {
        List<String> fields = new ArrayList<>(columns);
        int end = -1;
        do {
            int start = end + 1;
            if (start < text.length() && text.charAt(start) == '"') {
                end = closingQuote(text, start) + 1;
                fields.add(unquoted(text.substring(start + 1, end - 1)));
            } else {
                int comma = text.indexOf(',', start);
                end = comma < 0 ? text.length() : comma;
                fields.add(text.substring(start, end));
            }
        } while (end < text.length());
        return fields;
    }

    private static int closingQuote(String text, int opening) {
        int at = text.indexOf('"', opening + 1);
        while (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }

    private static String unquoted(String field) {
        String whole = field.replace("\"\"", "\"");
        return ControlCharacters.in(whole)
                ? whole.replace("\r\n", " ")
                        .replace('\r', ' ')
                        .replace('\n', ' ')
                        .replace('\t', ' ')
                : whole;
    }

    /** The number of the field, from 0, in which a place of the record lies. */
    static int fieldAt(String text, int place) {
        RowText walk = new RowText();
        for (int i = 0; i < place; i++) {
            walk.pass(text.charAt(i));
        }
        return walk.field;
    }

    private void pass(char c) {
        if (c == ',' && within != Within.QUOTES) {
            field++;
            within = Within.START;
            return;
        }
        within =
                switch (within) {
                    case START -> c == '"' ? Within.QUOTES : Within.PLAIN;
                    case QUOTES -> c == '"' ? Within.CLOSED : Within.QUOTES;
                    case CLOSED -> c == '"' ? Within.QUOTES : Within.CLOSED;
                    case PLAIN -> Within.PLAIN;
                };
    }
}
