package jp.kyufu.books;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param name of the check that found it
 * @param rows what it found, at most {@link Books#ROWS_TOLD}; ids and figures, never names
 */
public record Problem(String name, List<String> rows) {

    public Problem {
        rows = List.copyOf(rows);
    }
}
