package jp.kyufu.bank;

import java.nio.charset.StandardCharsets;
import jp.kyufu.value.Check;

/**
 * One field of a record: where it stands and what it may hold.
 *
 * @param name as the standard calls it
 * @param start bytes before it in the record
 * @param fixed what it always holds; empty unless the kind is CONSTANT
 */
record RecordField(String name, Kind kind, int start, int length, String fixed) {

    enum Kind {
        /** Always the same bytes. */
        CONSTANT,
        /** N: digits, right-aligned, filled with zeros. */
        DIGITS,
        /** C: half-width characters, left-aligned, filled with spaces. */
        KANA,
        /** Omitted by us: spaces. */
        BLANK,
        /** Whatever the other side fills in. */
        ANY
    }

    /** Writes digits of any length up to the field's, zeros before them. */
    void putDigits(byte[] into, int record, String digits) {
        int gap = length - digits.length();
        Check.that(kind == Kind.DIGITS && gap >= 0, "%s: %s digits", name, digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            Check.that(c >= '0' && c <= '9', "%s: not a digit", name);
            into[record + start + gap + i] = (byte) c;
        }
    }

    /** Writes a number, zeros before it. */
    void putNumber(byte[] into, int record, long number) {
        long rest = number;
        for (int i = record + start + length - 1; i >= record + start; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        Check.that(
                number >= 0 && rest == 0, "%s: %s has more than %s digits", name, number, length);
    }

    /** Writes half-width text; the record's template holds the spaces behind it. */
    void putText(byte[] into, int record, String text) {
        Check.that(text.length() <= length, "%s: more than %s bytes", name, length);
        for (int i = 0; i < text.length(); i++) {
            int b = JisX0201.byteOf(text.charAt(i));
            Check.that(b >= 0, "%s: U+%04X is not in JIS X 0201", name, (int) text.charAt(i));
            into[record + start + i] = (byte) b;
        }
    }

    /** The field's text without the spaces that fill it. */
    String text(byte[] bytes, int record) {
        int filled = length;
        while (filled > 0 && bytes[record + start + filled - 1] == ' ') {
            filled--;
        }
        return JisX0201.decode(bytes, record + start, filled);
    }

    /** The field's text, all of it. */
    String whole(byte[] bytes, int record) {
        return JisX0201.decode(bytes, record + start, length);
    }

    /** The digits of a field that {@link #fits}, with their zeros. */
    String digits(byte[] bytes, int record) {
        return new String(bytes, record + start, length, StandardCharsets.US_ASCII);
    }

    /** The number of a field that {@link #fits}. */
    long number(byte[] bytes, int record) {
        long number = 0;
        for (int i = record + start; i < record + start + length; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    /** Whether the bytes hold what a field of this kind may hold. */
    boolean fits(byte[] bytes, int record) {
        int from = record + start;
        return switch (kind) {
            case CONSTANT -> isFixed(bytes, from);
            case DIGITS -> isAll(bytes, from, '0', '9');
            case KANA -> isText(bytes, from);
            case BLANK -> isAll(bytes, from, ' ', ' ');
            case ANY -> true;
        };
    }

    private boolean isFixed(byte[] bytes, int from) {
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != fixed.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAll(byte[] bytes, int from, char least, char most) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < least || bytes[i] > most) {
                return false;
            }
        }
        return true;
    }

    private boolean isText(byte[] bytes, int from) {
        for (int i = from; i < from + length; i++) {
            if (!JisX0201.isCharacter(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Columns from 1 with the name, for people. */
    String place() {
        String columns =
                length == 1 ? "c" + (start + 1) : "c" + (start + 1) + "-" + (start + length);
        return columns + " " + name;
    }

    /** What the field may hold, for people. */
    String expected() {
        return switch (kind) {
            case CONSTANT -> "'" + fixed + "'";
            case DIGITS -> "N" + length;
            case KANA -> "C" + length;
            case BLANK -> "' ' x " + length;
            case ANY -> "";
        };
    }
}
