package jp.kyufu.upload;

/** Walks over the text of one record, knowing in which field it is and whether within quotes. */
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

    /**
     * Appends the record, with each line end and tab inside a quoted field as a space. Gives {@link
     * #CLEAN} or, having appended nothing, the place of a control character that is not allowed.
     */
    static int append(String text, StringBuilder to) {
        if (!hasControl(text)) {
            to.append(text);
            return CLEAN;
        }
        int length = to.length();
        RowText walk = new RowText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isISOControl(c)) {
                to.append(c);
            } else if (walk.within == Within.QUOTES && (c == '\r' || c == '\n' || c == '\t')) {
                boolean endsPair = c == '\n' && text.charAt(i - 1) == '\r';
                to.append(endsPair ? "" : " ");
            } else {
                to.setLength(length);
                return i;
            }
            walk.pass(c);
        }
        return CLEAN;
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

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
