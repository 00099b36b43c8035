package jp.kyufu.dispatch;

import java.util.ResourceBundle;

/** The header of the point allocation file, from {@code point-columns.properties}. */
final class PointColumns {

    static final String ALLOCATION =
            ResourceBundle.getBundle("jp.kyufu.dispatch.point-columns").getString("allocation");

    private PointColumns() {}
}
