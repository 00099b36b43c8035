package jp.kyufu.kanji;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyRow;
import jp.kyufu.flow.OrderedFlow;
import org.jspecify.annotations.Nullable;

/** Makes stored keys anew: one stream of rows, all cores; what is kept are the changed ones. */
public final class Refold {

    private static final int BATCH = 4_000;

    private Refold() {}

    /**
     * The rows that must be stored.
     *
     * @param read what is needed of a row
     * @param changed computes the key and writes a row if it is another one
     */
    public static <T> List<CopyBuffer> rows(
            CopyCursor rows, Function<CopyRow, T> read, BiConsumer<T, CopyBuffer> changed) {
        List<CopyBuffer> kept = new ArrayList<>();
        OrderedFlow.run(
                new Batches<>(rows, read),
                batch -> {
                    CopyBuffer buffer = new CopyBuffer(1 << 10);
                    batch.forEach(one -> changed.accept(one, buffer));
                    return buffer;
                },
                buffer -> {
                    if (buffer.rows() > 0) {
                        kept.add(buffer);
                    }
                });
        return kept;
    }

    private static final class Batches<T> implements Iterator<List<T>> {

        private final CopyCursor rows;
        private final Function<CopyRow, T> read;
        private @Nullable CopyRow next;

        Batches(CopyCursor rows, Function<CopyRow, T> read) {
            this.rows = rows;
            this.read = read;
            this.next = rows.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<T> next() {
            List<T> batch = new ArrayList<>(BATCH);
            while (next != null && batch.size() < BATCH) {
                batch.add(read.apply(next));
                next = rows.next();
            }
            return batch;
        }
    }
}
