package jp.kyufu.text;

import java.util.Arrays;

/**
 * A town's name under which its spellings are equal: kana as in {@link Kana#key}, ヶ ケ が one, の ノ 之
 * one, kanji variants folded by the built-in table, numbers in digits, 大字 and 字 left out. Each
 * character remembers where in the address it ends, so that a town found in the key is found in the
 * text.
 */
final class TownText {

    private final String text;
    private char[] key;
    private int[] ends; // by length of the key: where it ends in the text, 0 inside a number
    private int length;

    private TownText(String text, int capacity) {
        this.text = text;
        key = new char[capacity];
        ends = new int[capacity + 1];
    }

    /**
     * Reads a width-folded address from {@code from} until {@code atLeast} characters are known or
     * {@code to} is reached.
     */
    static TownText read(String text, int from, int to, int atLeast) {
        TownText town = new TownText(text, Math.min(to - from, atLeast) + 12);
        int at = from;
        while (at < to && town.length < atLeast) {
            at = town.take(at, to);
        }
        return town;
    }

    /** The key of a width-folded name. */
    static String key(String name) {
        return read(name, 0, name.length(), Integer.MAX_VALUE - 12).toString();
    }

    int length() {
        return length;
    }

    /** Where the first {@code count} characters of the key end in the text; 0 inside a number. */
    int end(int count) {
        return ends[count];
    }

    String prefix(int count) {
        return new String(key, 0, count);
    }

    @Override
    public String toString() {
        return prefix(length);
    }

    /** Takes what stands at {@code at} and gives where the next thing stands. */
    private int take(int at, int to) {
        char c = text.charAt(at);
        int before = length;
        int next = at + 1;
        if (CharKind.isDigit(c)) {
            next = digitsEnd(at, to);
            append(text, at, next);
        } else if (KanjiNumber.isPart(c)) {
            next = takeKanjiNumber(at, to);
        } else if (AddressWords.isSectionWord(text, at)) {
            next = AddressWords.sectionWordEnd(text, at);
        } else if (Character.isHighSurrogate(c)) {
            next = Math.min(at + Character.charCount(text.codePointAt(at)), to);
            appendFolded(text.codePointAt(at));
        } else {
            appendFolded(c == '々' && length > 0 ? key[length - 1] : Kana.keyOf(c));
        }
        if (length > before) {
            ends[length] = next;
        }
        return next;
    }

    private int digitsEnd(int from, int to) {
        int end = from;
        while (end < to && CharKind.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int takeKanjiNumber(int at, int to) {
        int end = Math.min(KanjiNumber.endOf(text, at), to);
        int number = KanjiNumber.read(text, at, end);
        if (number < 0) {
            appendFolded(text.charAt(at));
            return at + 1;
        }
        String digits = String.valueOf(number);
        append(digits, 0, digits.length());
        return end;
    }

    private void appendFolded(int character) {
        if (character == 0) {
            return;
        }
        int folded = KanjiVariants.builtIn(character);
        ensure(2);
        length +=
                Character.toChars(folded == 'ガ' ? 'ケ' : folded == '之' ? 'ノ' : folded, key, length);
    }

    private void append(String from, int start, int end) {
        ensure(end - start);
        from.getChars(start, end, key, length);
        length += end - start;
    }

    private void ensure(int more) {
        if (length + more > key.length) {
            key = Arrays.copyOf(key, 2 * (length + more));
            ends = Arrays.copyOf(ends, key.length + 1);
        }
    }
}
