package jp.kyufu.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.database.Sql;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who ring up. */
@Component
class SearchSampleStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    SearchSampleStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What a caller says, and which household must be found. */
    record Caller(
            String householdNo,
            String receiptNo,
            String name,
            String kana,
            LocalDate birth,
            String address,
            String phone) {}

    List<Caller> draw(int size, long seed) {
        return jdbc.sql(Sql.of(SearchSampleStore.class, "search-sample"))
                .param("seed", seed)
                .param("size", size)
                .query(this::caller)
                .list();
    }

    private Caller caller(ResultSet row, int number) throws SQLException {
        ApplicationForm form = ApplicationForm.fromBytes(vault.open(row.getBytes("sealed")));
        return new Caller(
                row.getString("household_no"),
                row.getString("receipt_no"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("address"),
                form.get(Field.PHONE));
    }
}
