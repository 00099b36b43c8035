package jp.kyufu.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import jp.kyufu.matching.ChainedIndex;

/**
 * What applications are found by: receipt numbers, telephone numbers as keyed hashes, and the case
 * each belongs to. Applications of all programs; each question names one.
 */
final class ApplicationKeys {

    private final long[] ids;
    private final short[] programs;
    private final long[] cases;
    private final long[] receipts;
    private final long[] phones;
    private final BitSet hidden;
    private final ToLongFunction<String> phoneKey;
    private final ChainedIndex byId;
    private final ChainedIndex byCase;
    private final ChainedIndex byReceipt;
    private final ChainedIndex byPhone;

    private ApplicationKeys(Builder built) {
        int size = built.size;
        ids = Arrays.copyOf(built.ids, size);
        programs = Arrays.copyOf(built.programs, size);
        cases = Arrays.copyOf(built.cases, size);
        receipts = Arrays.copyOf(built.receipts, size);
        phones = Arrays.copyOf(built.phones, size);
        hidden = built.hidden;
        phoneKey = built.phoneKey;
        byId = new ChainedIndex(size, i -> ids[i]);
        byCase = new ChainedIndex(size, i -> cases[i]);
        byReceipt = new ChainedIndex(size, i -> receipts[i]);
        byPhone = new ChainedIndex(size, i -> hidden.get(i) ? 0 : phones[i]);
    }

    int size() {
        return ids.length;
    }

    long memory() {
        return (4 * 8L + 2 + 4 * 16) * ids.length;
    }

    boolean isOf(long id, short program) {
        return any(byId, id, i -> ids[i] == id && programs[i] == program);
    }

    /** Whether it is, or may be, a protected person's. */
    boolean isHidden(long id) {
        return any(byId, id, i -> ids[i] == id && hidden.get(i));
    }

    /** The case of an application; a hidden or unknown one is its own. */
    long caseOf(long id) {
        return of(byId, id, i -> ids[i] == id && !hidden.get(i))
                .mapToLong(i -> cases[i])
                .findFirst()
                .orElse(-id);
    }

    boolean hasPhone(long inCase, String digits, short program) {
        long key = phoneKey.applyAsLong(digits);
        return any(
                byCase,
                inCase,
                i ->
                        cases[i] == inCase
                                && programs[i] == program
                                && phones[i] == key
                                && !hidden.get(i));
    }

    boolean hasReceipt(long inCase, long key, short program) {
        return any(
                byCase,
                inCase,
                i -> cases[i] == inCase && programs[i] == program && receipts[i] == key);
    }

    /** Cases that carry the telephone number, no hidden one. */
    long[] withPhone(String digits, short program) {
        long key = phoneKey.applyAsLong(digits);
        return of(byPhone, key, i -> phones[i] == key && programs[i] == program)
                .mapToLong(i -> cases[i])
                .toArray();
    }

    /** Cases with this receipt number; a hidden application stands for itself. */
    long[] withReceipt(long key, short program) {
        return of(byReceipt, key, i -> receipts[i] == key && programs[i] == program)
                .mapToLong(i -> hidden.get(i) ? -ids[i] : cases[i])
                .toArray();
    }

    /** Applications of a household, hidden ones left out; of a case of its own, itself. */
    long[] ofCase(long inCase, short program) {
        return inCase < 0
                ? isOf(-inCase, program) ? new long[] {-inCase} : new long[0]
                : of(
                                byCase,
                                inCase,
                                i -> cases[i] == inCase && programs[i] == program && !hidden.get(i))
                        .mapToLong(i -> ids[i])
                        .toArray();
    }

    private static boolean any(ChainedIndex index, long key, IntPredicate fits) {
        return of(index, key, fits).findFirst().isPresent();
    }

    private static IntStream of(ChainedIndex index, long key, IntPredicate fits) {
        return IntStream.iterate(index.first(key), i -> i >= 0, i -> index.next(key, i))
                .filter(fits);
    }

    /** Takes applications one by one. */
    static final class Builder {

        private final ToLongFunction<String> phoneKey;
        private long[] ids = new long[1 << 10];
        private short[] programs = new short[ids.length];
        private long[] cases = ids.clone();
        private long[] receipts = ids.clone();
        private long[] phones = ids.clone();
        private final BitSet hidden = new BitSet();
        private int size;

        /**
         * @param phoneKey a keyed hash of digits, never 0
         */
        Builder(ToLongFunction<String> phoneKey) {
            this.phoneKey = phoneKey;
        }

        /**
         * @param phone digits; empty for none
         */
        void add(
                long id, short program, long inCase, long receipt, String phone, boolean isHidden) {
            if (size == ids.length) {
                int larger = size + (size >> 1);
                ids = Arrays.copyOf(ids, larger);
                programs = Arrays.copyOf(programs, larger);
                cases = Arrays.copyOf(cases, larger);
                receipts = Arrays.copyOf(receipts, larger);
                phones = Arrays.copyOf(phones, larger);
            }
            ids[size] = id;
            programs[size] = program;
            cases[size] = inCase;
            receipts[size] = receipt;
            phones[size] = phone.isEmpty() ? 0 : phoneKey.applyAsLong(phone);
            hidden.set(size, isHidden);
            size++;
        }

        ApplicationKeys build() {
            return new ApplicationKeys(this);
        }
    }
}
