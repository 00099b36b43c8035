package jp.kyufu.bank;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.Sql;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Rows of bank_master and bank_branch. */
@Component
public class BankMasterStore {

    /** Where a master came from. */
    record Received(int masterId, byte[] sha256, Instant at, String person) {}

    private static final String TARGET =
            "bank_branch (master_id, bank, branch, bank_name, bank_kana, branch_name, branch_kana,"
                    + " valid_from, valid_to)";
    private static final int COLUMNS = 9;

    private final JdbcClient jdbc;
    private final DataSource source;

    public BankMasterStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** The newest master, read into memory. Refuses when none was ever imported. */
    public BankMaster latest() {
        int master = latestId();
        List<BankBranch> branches = new ArrayList<>();
        var connection = DataSourceUtils.getConnection(source);
        try {
            CopyReader.read(
                    connection,
                    Sql.of(BankMasterStore.class, "select-branches"),
                    Map.of("master", master),
                    row ->
                            branches.add(
                                    new BankBranch(
                                            new BankCode(row.text(0)),
                                            row.text(1),
                                            row.text(2),
                                            new BranchCode(row.text(3)),
                                            row.text(4),
                                            row.text(5),
                                            row.date(6),
                                            row.date(7))));
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        return new BankMaster(master, branches);
    }

    /** The number of the newest master. Refuses when none was ever imported. */
    public int latestId() {
        return newest().orElseThrow(() -> new Refusal("bank.noMaster")).masterId();
    }

    /** The newest master's origin; empty before the first import. */
    Optional<Received> newest() {
        return jdbc.sql(Sql.of(BankMasterStore.class, "select-newest-master"))
                .query((row, _) ->
                        new Received(
                                row.getInt("master_id"),
                                row.getBytes("sha256"),
                                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                                row.getString("imported_by")))
                .optional();
    }

    /** Lets one import at a time pass, until the current transaction ends. */
    void lock() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('bank_master'))")
                .query(Integer.class)
                .single();
    }

    /** Stores a master with its branches in the current transaction. */
    void add(String file, byte[] sha256, Instant at, String person, List<BankBranch> branches) {
        int master =
                jdbc.sql(Sql.of(BankMasterStore.class, "insert-master"))
                        .param("file", file)
                        .param("sha256", sha256)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .param("rows", branches.size())
                        .query(Integer.class)
                        .single();
        CopyBuffer rows = new CopyBuffer();
        for (BankBranch branch : branches) {
            rows.row(COLUMNS)
                    .int4(master)
                    .text(branch.bank().digits())
                    .text(branch.branch().digits())
                    .text(branch.bankName())
                    .text(branch.bankKana())
                    .text(branch.branchName())
                    .text(branch.branchKana())
                    .date(branch.validFrom())
                    .date(branch.validTo());
        }
        long copied = CopyIn.copy(source, TARGET, List.of(rows));
        Check.that(copied == branches.size(), "%s of %s branches", copied, branches.size());
    }
}
