package jp.kyufu.web.office;

import java.util.Map;
import java.util.function.ToLongFunction;
import jp.kyufu.value.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The links around a page of a list; null where there is nothing to go to. Filters stay in them.
 */
public record Pager(
        @Nullable String first,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String last) {

    /** The links of a slice whose rows are in order of {@code key}. */
    static <T> Pager of(
            String path, Map<String, String> filters, Slice<T> slice, ToLongFunction<T> key) {
        if (slice.rows().isEmpty()) {
            return new Pager(
                    slice.isFirst() ? null : link(path, filters, "", ""), null, null, null);
        }
        long from = key.applyAsLong(slice.rows().getFirst());
        long to = key.applyAsLong(slice.rows().getLast());
        return new Pager(
                slice.isFirst() ? null : link(path, filters, "", ""),
                slice.isFirst() ? null : link(path, filters, "before", Long.toString(from)),
                slice.isLast() ? null : link(path, filters, "after", Long.toString(to)),
                slice.isLast() ? null : link(path, filters, "last", "true"));
    }

    private static String link(
            String path, Map<String, String> filters, String name, String value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        filters.forEach((filter, chosen) -> {
            if (!chosen.isEmpty()) {
                link.queryParam(filter, chosen);
            }
        });
        if (!name.isEmpty()) {
            link.queryParam(name, value);
        }
        return link.encode().build().toUriString();
    }
}
