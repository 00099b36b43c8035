package jp.kyufu.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.matching.Facts.OtherName;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.value.Check;

/**
 * The facts of a whole register: UTF-8 in one byte array with offsets, about 70 bytes a resident.
 */
final class PackedFacts {

    private static final char SEPARATOR = '\u001f';
    private static final int FIXED = 5;

    private final byte[] bytes;
    private final int[] ends;
    private final int[] birthDays;

    private PackedFacts(byte[] bytes, int[] ends, int[] birthDays) {
        this.bytes = bytes;
        this.ends = ends;
        this.birthDays = birthDays;
    }

    /** The facts added at this position. */
    Facts get(int position) {
        int from = position == 0 ? 0 : ends[position - 1];
        String all = new String(bytes, from, ends[position] - from, StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>(FIXED);
        for (int at = 0; at <= all.length(); ) {
            int end = all.indexOf(SEPARATOR, at);
            texts.add(all.substring(at, end < 0 ? all.length() : end));
            at = end < 0 ? all.length() + 1 : end + 1;
        }
        List<OtherName> others = new ArrayList<>(0);
        for (int i = FIXED; i + 1 < texts.size(); i += 2) {
            others.add(new OtherName(texts.get(i), texts.get(i + 1)));
        }
        String name = texts.get(0);
        return new Facts(
                name,
                KanjiVariants.fold(name),
                texts.get(1),
                birthDays[position],
                texts.get(2),
                texts.get(3),
                texts.get(4),
                others);
    }

    /** Takes facts one by one. */
    static final class Builder {

        private byte[] bytes = new byte[1 << 16];
        private int[] ends = new int[1 << 10];
        private int[] birthDays = new int[1 << 10];
        private int length;
        private int size;

        void add(Facts facts) {
            StringBuilder all = new StringBuilder(64);
            all.append(facts.name()).append(SEPARATOR).append(facts.kana()).append(SEPARATOR);
            all.append(facts.address()).append(SEPARATOR).append(facts.city());
            all.append(SEPARATOR).append(facts.sex());
            for (OtherName other : facts.others()) {
                all.append(SEPARATOR).append(other.folded());
                all.append(SEPARATOR).append(other.kana());
            }
            byte[] added = all.toString().getBytes(StandardCharsets.UTF_8);
            append(added, added.length);
            roomForOne();
            ends[size] = length;
            birthDays[size++] = facts.birthDay();
        }

        /** Adds what another has taken, in its order. */
        void append(Builder other) {
            int before = length;
            append(other.bytes, other.length);
            for (int i = 0; i < other.size; i++) {
                roomForOne();
                ends[size] = before + other.ends[i];
                birthDays[size++] = other.birthDays[i];
            }
        }

        private void append(byte[] added, int count) {
            if (count > bytes.length - length) {
                long larger = Math.max(bytes.length * 3L / 2, (long) length + count);
                Check.that(larger < Integer.MAX_VALUE - 8, "a register of %s bytes", larger);
                bytes = Arrays.copyOf(bytes, (int) larger);
            }
            System.arraycopy(added, 0, bytes, length, count);
            length += count;
        }

        private void roomForOne() {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 3 / 2);
                birthDays = Arrays.copyOf(birthDays, size * 3 / 2);
            }
        }

        PackedFacts build() {
            return new PackedFacts(
                    Arrays.copyOf(bytes, length),
                    Arrays.copyOf(ends, size),
                    Arrays.copyOf(birthDays, size));
        }
    }
}
