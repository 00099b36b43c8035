package jp.kyufu.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries behind the exports. */
@Repository
class ExportStore {

    private final JdbcClient jdbc;
    private final DataSource source;

    ExportStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Streams a query as CSV with a header line, UTF-8, LF, straight from the server. */
    void csv(String statement, short program, OutputStream out) throws IOException {
        String select =
                Sql.of(ExportStore.class, statement).replace(":program", Short.toString(program));
        try (Connection connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + select + "\n) TO STDOUT (FORMAT csv, HEADER)", out);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    void rows(String statement, short program, Consumer<CopyRow> row) {
        try (Connection connection = source.getConnection()) {
            CopyReader.read(
                    connection,
                    Sql.of(ExportStore.class, statement),
                    Map.of("program", (int) program),
                    row);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Rows as maps in the order of their columns; an empty text stands for no value. */
    List<Map<String, Object>> list(String statement, short program) {
        return jdbc.sql(Sql.of(ExportStore.class, statement))
                .param("program", program)
                .query((row, n) -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    ResultSetMetaData columns = row.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        values.put(columns.getColumnLabel(i), value == null ? "" : value);
                    }
                    return values;
                })
                .list();
    }
}
