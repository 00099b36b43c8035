package jp.kyufu.upload;

import java.util.List;

/**
 * The header of an uploaded file, understood.
 *
 * @param names as they stand in the file
 * @param layout the layout they fit
 * @param positions for each of the layout's columns its place in the file, or -1
 */
record Header(List<String> names, Layout layout, int[] positions) {

    static final int ABSENT = -1;

    static Header of(List<String> names, Layout layout) {
        int[] positions = layout.columns().stream().mapToInt(names::indexOf).toArray();
        return new Header(names, layout, positions);
    }
}
