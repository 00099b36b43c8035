package jp.kyufu.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.text.Width;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of file says the facts of an application: a header for each field, and the words
 * that decide something. Configuration; see {@link LayoutFile} for its form.
 *
 * @param name of its file, without the ending
 * @param channel the way in that the file means; receipt numbers are unique within it
 * @param rails what the wish of a rail is called, width folded
 * @param attached what an attached copy is called, width folded
 */
record Layout(
        String name,
        String channel,
        List<Column> columns,
        Map<String, Rail> rails,
        Set<String> attached) {

    /**
     * @param required without it a file is not of this layout
     */
    record Column(String header, Field field, boolean required) {}

    /** What an upload must know: where the field at a place of its columns stands in the file. */
    jp.kyufu.upload.Layout columnsOfFile() {
        return new jp.kyufu.upload.Layout(name, headers(true), headers(false));
    }

    /** The field of each column of {@link #columnsOfFile}. */
    Field[] fields() {
        return Stream.of(true, false)
                .flatMap(required -> columns.stream().filter(c -> c.required() == required))
                .map(Column::field)
                .toArray(Field[]::new);
    }

    /** What the file calls a field. */
    Map<Field, String> headerOf() {
        return columns.stream().collect(Collectors.toMap(Column::field, Column::header));
    }

    /** Headers of the required or of the optional columns. */
    List<String> headers(boolean required) {
        return columns.stream()
                .filter(column -> column.required() == required)
                .map(Column::header)
                .toList();
    }

    /** The rail that a text wishes for; null if it is missing or unknown. */
    @Nullable Rail rail(String written) {
        return rails.get(Width.fold(written));
    }

    /** How a form says that a rail is wished. */
    String word(Rail rail) {
        return rails.entrySet().stream()
                .filter(word -> word.getValue() == rail)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** How a form says that a copy is there. */
    String wordForAttached() {
        return attached.stream().min(Comparator.naturalOrder()).orElse("");
    }

    /** Whether a text says that the copy is there; any other word does not. */
    boolean isAttached(String written) {
        return attached.contains(Width.fold(written));
    }
}
