package jp.kyufu.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted: what follows a key, or what comes before one. So the last page of
 * many thousands costs as much as the first.
 *
 * @param key of a row that is not on the page
 * @param back whether the page ends before it
 * @param rows at most so many
 */
public record Turn(long key, boolean back, int rows) {

    /** Reads rows beyond a key, at most {@code limit}, the nearest first. */
    @FunctionalInterface
    public interface Reading<T> {
        List<T> beyond(long key, int limit);
    }

    /** The page after a key, before a key, the last, or without any of them the first. */
    public static Turn of(@Nullable Long after, @Nullable Long before, boolean last, int rows) {
        if (last) {
            return new Turn(Long.MAX_VALUE, true, rows);
        }
        return before != null
                ? new Turn(before, true, rows)
                : new Turn(after == null ? Long.MIN_VALUE : after, false, rows);
    }

    /** Reads one row more than the page shows, and so knows whether it is the end. */
    public <T> Slice<T> take(Reading<T> forward, Reading<T> backward) {
        List<T> found = (back ? backward : forward).beyond(key, rows + 1);
        boolean more = found.size() > rows;
        List<T> page = more ? found.subList(0, rows) : found;
        return back
                ? new Slice<>(page.reversed(), !more, key == Long.MAX_VALUE)
                : new Slice<>(page, key == Long.MIN_VALUE, !more);
    }
}
