package jp.kyufu.inquiry;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Names of one kind (as written, or their readings), found by the beginning of the whole name, of
 * its given part, or of both the other way round.
 */
final class NameColumn {

    static final int WHOLE = 4;
    static final int PART = 3;
    static final int BEGINNING = 1;

    private static final int LONGEST_PART = 255;

    private final Texts texts;
    private final byte[] families;
    private final Prefixes byWhole;
    private final Prefixes byGiven;

    private NameColumn(Texts texts, byte[] families, IntPredicate found) {
        this.texts = texts;
        this.families = families;
        int[] all = IntStream.range(0, texts.size()).filter(found).toArray();
        int[] parted = Arrays.stream(all).filter(i -> family(i) > 0).toArray();
        byWhole = new Prefixes(all, texts::at);
        byGiven = new Prefixes(parted, (i, place) -> texts.at(i, family(i) + place));
    }

    /** How well a name fits: 0 not at all. */
    int score(int position, byte[] part) {
        int length = texts.length(position);
        int family = family(position);
        if (texts.hasAt(position, 0, part, 0, part.length)) {
            return part.length == length ? WHOLE : part.length == family ? PART : BEGINNING;
        }
        int given = length - family;
        if (family == 0 || given == 0) {
            return 0;
        }
        if (texts.hasAt(position, family, part, 0, part.length)) {
            return part.length == given ? PART : BEGINNING;
        }
        boolean turned =
                part.length > given
                        && texts.hasAt(position, family, part, 0, given)
                        && texts.hasAt(position, 0, part, given, part.length);
        return turned ? part.length == length ? WHOLE : BEGINNING : 0;
    }

    /** About how many positions {@link #each} gives. */
    int count(byte[] part) {
        return byWhole.range(part, part.length).size() + byGiven.range(part, part.length).size();
    }

    /** Gives every position that fits, and some that do not; one may come twice. */
    void each(byte[] part, IntConsumer position) {
        each(byWhole, byWhole.range(part, part.length), position);
        each(byGiven, byGiven.range(part, part.length), position);
        for (int cut = 1; cut < part.length; cut++) {
            if ((part[cut] & 0xc0) != 0x80) {
                int given = cut;
                each(
                        byGiven,
                        byGiven.range(part, cut),
                        i -> {
                            if (texts.length(i) - family(i) == given) {
                                position.accept(i);
                            }
                        });
            }
        }
    }

    long memory() {
        return texts.memory() + families.length + byWhole.memory() + byGiven.memory();
    }

    private static void each(Prefixes order, Prefixes.Range range, IntConsumer position) {
        for (int at = range.from(); at < range.to(); at++) {
            position.accept(order.position(at));
        }
    }

    /** Bytes of the family name; 0 where the name is written in one. */
    private int family(int position) {
        return families[position] & 0xff;
    }

    /** Takes names one by one. */
    static final class Builder {

        private final Texts texts = new Texts();
        private byte[] families = new byte[1 << 8];

        /**
         * @param whole the key of the name
         * @param family the key of its first part; empty where it is written in one
         */
        void add(String whole, String family) {
            int bytes = whole.startsWith(family) ? SearchText.utf8(family).length : 0;
            int position = texts.add(whole);
            if (position == families.length) {
                families = Arrays.copyOf(families, position + (position >> 1));
            }
            families[position] = (byte) (bytes > LONGEST_PART ? 0 : bytes);
        }

        /** Those positions are found that {@code found} says. */
        NameColumn build(IntPredicate found) {
            texts.trim();
            return new NameColumn(texts, Arrays.copyOf(families, texts.size()), found);
        }
    }
}
