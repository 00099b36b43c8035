package jp.kyufu.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kyufu.value.Check;

/** Texts by position, as UTF-8 in one byte array: four bytes for each besides its own. */
final class Texts {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;

    /** Adds a text and gives its position. */
    int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int start = size == 0 ? 0 : ends[size - 1];
        Check.that(utf8.length <= Integer.MAX_VALUE - 8 - start, "more texts than an array holds");
        int end = start + utf8.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, larger(bytes.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, larger(ends.length));
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        ends[size] = end;
        return size++;
    }

    private static int larger(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8, length + (long) length / 2);
    }

    /** Gives back the room that no text has taken. */
    void trim() {
        bytes = Arrays.copyOf(bytes, size == 0 ? 0 : ends[size - 1]);
        ends = Arrays.copyOf(ends, size);
    }

    int size() {
        return size;
    }

    int length(int text) {
        return ends[text] - start(text);
    }

    /** The byte at a place of a text, as 0 to 255; -1 behind its end. */
    int at(int text, int place) {
        int at = start(text) + place;
        return at < ends[text] ? bytes[at] & 0xff : -1;
    }

    /** Whether a text goes on with these bytes from a place on. */
    boolean hasAt(int text, int place, byte[] part, int from, int to) {
        int at = start(text) + place;
        return at + to - from <= ends[text]
                && Arrays.equals(bytes, at, at + to - from, part, from, to);
    }

    long memory() {
        return bytes.length + 4L * ends.length;
    }

    private int start(int text) {
        return text == 0 ? 0 : ends[text - 1];
    }
}
