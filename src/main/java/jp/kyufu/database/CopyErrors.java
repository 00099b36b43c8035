package jp.kyufu.database;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** COPY fails with the same exceptions as {@code JdbcClient}: a broken key is a duplicate key. */
final class CopyErrors {

    private static final SQLExceptionSubclassTranslator TRANSLATOR =
            new SQLExceptionSubclassTranslator();

    private CopyErrors() {}

    static DataAccessException translate(String task, SQLException e) {
        DataAccessException translated = TRANSLATOR.translate("COPY", task, e);
        return translated != null ? translated : new UncategorizedSQLException("COPY", task, e);
    }
}
