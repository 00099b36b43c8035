package jp.kyufu.inquiry;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Address keys ({@code 元本郷町 3-24-1-203}), found by their beginning. Neighbours in the register who
 * share a dwelling share a text.
 */
final class Places {

    private static final int EXACT = 4;
    private static final int NUMBERED = 3;
    private static final int TOWN = 1;

    private final Texts texts;
    private final int[] textOf; // by position; -1: none
    private final Prefixes order;

    private Places(Texts texts, int[] textOf, IntPredicate found) {
        this.texts = texts;
        this.textOf = textOf;
        int[] all =
                IntStream.range(0, textOf.length)
                        .filter(i -> textOf[i] >= 0 && found.test(i))
                        .toArray();
        order = new Prefixes(all, (i, place) -> texts.at(textOf[i], place));
    }

    /**
     * An address.
     *
     * @param hash equal for equal keys; 0 for none
     * @param text makes the key where it is not the one before
     */
    record Key(long hash, Supplier<String> text) {

        static final Key NONE = new Key(0, () -> "");
    }

    int score(int position, byte[] key) {
        int text = textOf[position];
        if (text < 0 || !texts.hasAt(text, 0, key, 0, key.length)) {
            return 0;
        }
        int next = texts.at(text, key.length);
        if (numbers(key) == 0) {
            return TOWN;
        }
        return next < 0 ? EXACT : next == '-' ? NUMBERED : 0;
    }

    /** Whether the numbers of the address begin so. */
    int scoreNumbers(int position, byte[] numbers) {
        int text = textOf[position];
        if (text < 0) {
            return 0;
        }
        int from = texts.length(text);
        while (from > 0 && texts.at(text, from - 1) != ' ') {
            from--;
        }
        if (from == 0 || !texts.hasAt(text, from, numbers, 0, numbers.length)) {
            return 0;
        }
        int next = texts.at(text, from + numbers.length);
        return next < 0 ? NUMBERED : next == '-' ? TOWN : 0;
    }

    int count(byte[] key) {
        return order.range(key, key.length).size();
    }

    void each(byte[] key, IntConsumer position) {
        Prefixes.Range range = order.range(key, key.length);
        for (int at = range.from(); at < range.to(); at++) {
            position.accept(order.position(at));
        }
    }

    long memory() {
        return texts.memory() + 4L * textOf.length + order.memory();
    }

    /** Where the numbers of a key begin; 0 without any. */
    private static int numbers(byte[] key) {
        for (int i = key.length - 1; i >= 0; i--) {
            if (key[i] == ' ') {
                return i + 1;
            }
        }
        return 0;
    }

    /** Takes addresses one by one. */
    static final class Builder {

        private final Texts texts = new Texts();
        private int[] textOf = new int[1 << 8];
        private int size;
        private long last;

        void add(Key address) {
            if (size == textOf.length) {
                textOf = Arrays.copyOf(textOf, size + (size >> 1));
            }
            if (address.hash() != 0 && address.hash() != last) {
                texts.add(address.text().get());
                last = address.hash();
            }
            textOf[size++] = address.hash() == 0 ? -1 : texts.size() - 1;
        }

        Places build(IntPredicate found) {
            texts.trim();
            return new Places(texts, Arrays.copyOf(textOf, size), found);
        }
    }
}
