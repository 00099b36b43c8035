package jp.kyufu.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import jp.kyufu.database.Sql;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checks of {@code db/check}: one SELECT a file that must return no row. */
@Component
class BooksStore {

    private static final String CHECKS = "classpath*:db/check/*.sql";

    private final JdbcClient jdbc;

    BooksStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every check by its name. */
    SortedMap<String, String> checks() {
        SortedMap<String, String> checks = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(CHECKS)) {
                String name = String.valueOf(file.getFilename()).replace(".sql", "");
                checks.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checks;
    }

    /** The first rows of a check, each as its columns and values. */
    List<String> rows(String check) {
        return jdbc.sql(check).withMaxRows(Books.ROWS_TOLD).query((row, _) -> words(row)).list();
    }

    /** How the application connects, if that is as a superuser or as the owner of the tables. */
    List<String> excessiveRights() {
        return rows(Sql.of(BooksStore.class, "excessive-rights"));
    }

    private static String words(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringJoiner words = new StringJoiner(", ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            words.add(columns.getColumnLabel(i) + " " + row.getString(i));
        }
        return words.toString();
    }
}
