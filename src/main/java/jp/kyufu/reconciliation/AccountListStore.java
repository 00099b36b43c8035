package jp.kyufu.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the accounts that people entered, a page at a time. */
@Component
class AccountListStore {

    private final JdbcClient jdbc;

    AccountListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccountChange> changes(
            Program program, OffsetDateTime before, long application, int rows) {
        return jdbc.sql(Sql.of(AccountListStore.class, "account-changes"))
                .param("program", program.id())
                .param("before", before)
                .param("application", application)
                .param("rows", rows)
                .query((row, _) ->
                        new AccountChange(
                                row.getLong("application_id"),
                                row.getString("receipt_no"),
                                row.getInt("version"),
                                Rail.valueOf(row.getString("rail")),
                                Optional.ofNullable(row.getString("last3")),
                                row.getObject("changed_at", OffsetDateTime.class),
                                row.getString("changed_by"),
                                row.getString("reason"),
                                row.getString("evidence"),
                                Optional.ofNullable(row.getObject("payment_no", Long.class)),
                                Optional.ofNullable(row.getString("state"))
                                        .map(PaymentState::valueOf)))
                .list();
    }
}
