package jp.kyufu.value;

import java.util.List;

/**
 * A page of a list in the order of a key.
 *
 * @param isFirst whether nothing comes before it
 * @param isLast whether nothing comes after it
 */
public record Slice<T>(List<T> rows, boolean isFirst, boolean isLast) {

    public Slice {
        rows = List.copyOf(rows);
    }
}
