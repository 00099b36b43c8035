package jp.kyufu.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRows;
import jp.kyufu.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads: everybody on the register and every application with its match, all as of one
 * moment, on a connection of its own, so that the caller's transaction is free to write.
 */
final class HouseholdStore implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Integer> program;
    private final CompletableFuture<Members> members;
    private @Nullable CopyCursor applications;

    private HouseholdStore(Connection connection, short program) {
        this.connection = connection;
        this.program = Map.of("program", (int) program);
        this.members = CompletableFuture.supplyAsync(this::readMembers);
    }

    /** Begins to read the register; does not wait for it. */
    static HouseholdStore open(DataSource source, short program) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new HouseholdStore(connection, program);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Members readMembers() {
        CopyRows rows = new CopyRows();
        CopyReader.read(connection, Sql.of(HouseholdStore.class, "members"), program, rows::add);
        return new Members(rows);
    }

    /** Everybody on the register. */
    Members members() {
        try {
            return members.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Every household that applied; to be asked once. */
    HouseholdStream households() {
        Members everybody = members();
        int[] matched = new int[everybody.size()];
        CopyReader.read(
                connection,
                "SELECT resident_no FROM match WHERE resident_no IS NOT NULL",
                row -> matched[everybody.householdOf(row.text(0))]++);
        applications =
                CopyCursor.open(connection, Sql.of(HouseholdStore.class, "applications"), program);
        return new HouseholdStream(everybody, matched, applications);
    }

    @Override
    public void close() {
        members.handle((_, _) -> true).join();
        try {
            if (applications != null) {
                applications.close();
            }
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
