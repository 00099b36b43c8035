package jp.kyufu.upload;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a kind of file by their header names. A row's values are asked for by their place
 * in {@link #columns}, whatever the order in the file.
 *
 * @param name for messages and logs
 * @param required columns without which a file is refused
 * @param optional columns that are read as empty where a file has none
 */
public record Layout(String name, List<String> required, List<String> optional) {

    public Layout {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** The required columns, then the optional ones. */
    public List<String> columns() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
