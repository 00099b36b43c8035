package jp.kyufu.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of register_snapshot, resident and resident_alias. Every change needs a transaction. */
@Component
class RegisterStore {

    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate savepoint;

    RegisterStore(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.source = source;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** As-of date of the newest complete extract. */
    Optional<LocalDate> newestAsOf() {
        return jdbc.sql(Sql.of(RegisterStore.class, "newest-as-of"))
                .query(LocalDate.class)
                .optional();
    }

    /** Whether these bytes are a complete extract already. */
    boolean isComplete(String sha256) {
        return jdbc.sql(Sql.of(RegisterStore.class, "is-complete"))
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query(Boolean.class)
                .single();
    }

    /** Stores the snapshot unless it is there, and gives the date that it is as of. */
    LocalDate begin(int fileId, LocalDate asOf) {
        jdbc.sql(Sql.of(RegisterStore.class, "insert-snapshot"))
                .param("file", fileId)
                .param("asOf", asOf)
                .update();
        return jdbc.sql("SELECT as_of FROM register_snapshot WHERE snapshot_id = :file")
                .param("file", fileId)
                .query(LocalDate.class)
                .single();
    }

    /**
     * Stores residents, without those whose number the snapshot or an earlier row has. That nobody
     * is named twice is taken for granted until the primary key says otherwise: an extract without
     * fault costs no look-up.
     *
     * @param repeated told the lines of the rows left out
     */
    void insert(int fileId, List<ResidentRows> blocks, Consumer<Long> repeated) {
        try {
            savepoint.executeWithoutResult(
                    status -> copy(blocks.stream().map(ResidentRows::all).toList()));
        } catch (DuplicateKeyException e) {
            Set<String> seen = stored(fileId, blocks);
            copy(blocks.stream().map(block -> block.without(seen, repeated)).toList());
        }
    }

    private void copy(List<ResidentRows.Kept> rows) {
        CopyIn.copy(
                source,
                ResidentRows.TARGET,
                rows.stream().map(ResidentRows.Kept::residents).toList());
        List<CopyBuffer> aliases =
                rows.stream()
                        .map(ResidentRows.Kept::aliases)
                        .filter(some -> some.rows() > 0)
                        .toList();
        if (!aliases.isEmpty()) {
            CopyIn.copy(source, ResidentRows.ALIAS_TARGET, aliases);
        }
    }

    private Set<String> stored(int fileId, List<ResidentRows> blocks) {
        String[] numbers =
                blocks.stream()
                        .flatMap(block -> block.residentNos().stream())
                        .toArray(String[]::new);
        return new HashSet<>(
                jdbc.sql(Sql.of(RegisterStore.class, "stored-residents"))
                        .param("file", fileId)
                        .param("numbers", numbers)
                        .query(String.class)
                        .list());
    }

    /** Completes a snapshot; from the commit on it is the current one of everybody it names. */
    void complete(int fileId, Instant at, boolean isFirst) {
        jdbc.sql(Sql.of(RegisterStore.class, "complete-snapshot"))
                .param("file", fileId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (!isFirst) {
            jdbc.sql(Sql.of(RegisterStore.class, "supersede")).param("file", fileId).update();
        }
    }

    /** Everything that reads a register plans its joins by the size of these tables. */
    void refreshStatistics() {
        jdbc.sql("SELECT refresh_statistics('resident', 'register_snapshot')::text")
                .query(String.class)
                .optional();
    }

    /** Households of a snapshot that have not exactly one head among who is on the register. */
    long householdsWithoutOneHead(int fileId) {
        return jdbc.sql(Sql.of(RegisterStore.class, "households-without-one-head"))
                .param("file", fileId)
                .query(Long.class)
                .single();
    }
}
