package jp.kyufu.dispatch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.Sql;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables dispatch_file, dispatch_item and approval, and the gate before them. */
@Component
class DispatchStore {

    /** Payments opened and cut at a time. */
    private static final int PIECE = 2_500;

    /**
     * A payment with its destination as stored; null: a charge code is issued.
     *
     * @param group the name of its rail or the number of its file, as it was asked for
     */
    record Sealed(long paymentNo, long amount, byte @Nullable [] destination, String group) {}

    private final JdbcClient jdbc;
    private final DataSource source;

    DispatchStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** The next file number; whoever asks next waits for the end of this transaction. */
    int nextFileNo() {
        return jdbc.sql("SELECT next_file_no()").query(Integer.class).single();
    }

    /** What came in that no assessment has seen, as stable words; empty: nothing. */
    List<String> stale(Program program) {
        return jdbc.sql("SELECT what FROM gate_stale(:program) ORDER BY 1")
                .param("program", program.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Planned payments that no file may take now. */
    Set<Long> held(Program program) {
        return Set.copyOf(
                jdbc.sql("SELECT payment_no FROM held_now(:program)")
                        .param("program", program.id())
                        .query(Long.class)
                        .list());
    }

    /** What the gate says against planned payments, counted by rail and reason. */
    List<Preview.Held> heldByCode(Program program) {
        return jdbc.sql(Sql.of(DispatchStore.class, "held-by-code"))
                .param("program", program.id())
                .query((row, _) ->
                        new Preview.Held(
                                Rail.valueOf(row.getString("rail")),
                                row.getString("code"),
                                row.getLong("payments"),
                                row.getLong("amount")))
                .list();
    }

    /**
     * Reads the planned payments of a rail, or of both one after the other, in order of number, on
     * a connection of its own. While the server prepares them {@code meanwhile} is asked.
     *
     * @param work gets the payments and the answer
     */
    <T> void planned(
            Program program,
            Optional<Rail> rail,
            Supplier<T> meanwhile,
            BiConsumer<SealedPieces, T> work) {
        String rails =
                rail.map(Rail::name)
                        .orElseGet(() ->
                                Arrays.stream(Rail.values())
                                        .map(Rail::name)
                                        .collect(Collectors.joining(",")));
        read(
                "planned",
                Map.of("program", (int) program.id(), "rails", "{" + rails + "}"),
                rows -> {
                    T answer = meanwhile.get();
                    work.accept(new SealedPieces(rows, PIECE), answer);
                });
    }

    /**
     * Reads what the ledger says now about the payments of files, a file a piece, in order of
     * number, on a connection of its own.
     */
    void items(List<DispatchFile> files, Consumer<SealedPieces> work) {
        String numbers =
                files.stream()
                        .map(file -> Integer.toString(file.fileNo()))
                        .collect(Collectors.joining(",", "{", "}"));
        read(
                "items",
                Map.of("files", numbers),
                rows -> work.accept(new SealedPieces(rows, Integer.MAX_VALUE)));
    }

    /** Adds a file as DRAFT; {@link #take} must follow in the same transaction. */
    void add(Building.Order order, BuiltFile file) {
        jdbc.sql(Sql.of(DispatchStore.class, "add"))
                .param("program", order.program().id())
                .param("rail", file.rail().name())
                .param("pay_date", file.payDate().orElse(null), Types.DATE)
                .param("person", order.person())
                .param("file", file.fileNo())
                .param("name", file.name())
                .param("sealed", file.sealed())
                .param("sha256", file.sha256())
                .param("digest", file.digest())
                .param("payments", file.items().stream().mapToLong(Item::paymentNo).toArray())
                .param("amounts", file.items().stream().mapToLong(Item::amount).toArray())
                .param("fingerprints", file.fingerprints())
                .query(String.class)
                .optional();
    }

    /** Takes the payments of all files added; here the database holds the gate. */
    void take(Program program, LocalDate today, String person) {
        jdbc.sql("SELECT take_files(:program, :day, :person)::text")
                .param("program", program.id())
                .param("day", today)
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** Moves files, all or none. */
    void move(int[] files, FileState into, LocalDate today, String person, String reason) {
        move(files, into, today, person, reason, null, null);
    }

    /** Moves a file by evidence. */
    void move(int file, FileState into, LocalDate today, String person, Evidence evidence) {
        move(
                new int[] {file},
                into,
                today,
                person,
                evidence.document(),
                evidence.toldBy(),
                evidence.dated());
    }

    private void move(
            int[] files,
            FileState into,
            LocalDate today,
            String person,
            String reason,
            @Nullable String toldBy,
            @Nullable LocalDate dated) {
        jdbc.sql(Sql.of(DispatchStore.class, "move"))
                .param("files", files)
                .param("into", into.name())
                .param("day", today)
                .param("person", person)
                .param("why", reason)
                .param("told_by", toldBy, Types.VARCHAR)
                .param("dated", dated, Types.DATE)
                .query(String.class)
                .optional();
    }

    /** Every file of the installation, in order of number. */
    List<DispatchFile> files() {
        return files(null, null);
    }

    /** Every file of a program, in order of number. */
    List<DispatchFile> files(Program program) {
        return files(program.id(), null);
    }

    /** These files, in order of number; those that do not exist are missing. */
    List<DispatchFile> files(int[] fileNos) {
        return files(null, fileNos);
    }

    List<DispatchFile> page(
            Program program, Optional<FileState> state, Optional<Rail> rail, int before, int rows) {
        return jdbc.sql(Sql.of(DispatchStore.class, "files-page"))
                .param("program", program.id())
                .param("state", state.map(FileState::name).orElse(null), Types.VARCHAR)
                .param("rail", rail.map(Rail::name).orElse(null), Types.VARCHAR)
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> file(row))
                .list();
    }

    Map<FileState, Integer> counts(Program program) {
        Map<FileState, Integer> counts = new EnumMap<>(FileState.class);
        jdbc.sql(Sql.of(DispatchStore.class, "files-by-state"))
                .param("program", program.id())
                .query(row -> {
                    counts.put(FileState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** The sealed bytes of a file. */
    byte[] sealedBytes(int fileNo) {
        return jdbc.sql("SELECT sealed FROM dispatch_file WHERE file_no = :file")
                .param("file", fileNo)
                .query(byte[].class)
                .single();
    }

    void raise(Program program, ReasonCode code, long payment, String detail) {
        jdbc.sql("SELECT raise_finding(:program, :code, NULL, :payment, NULL, NULL, :detail)::text")
                .param("program", program.id())
                .param("code", code.name())
                .param("payment", payment)
                .param("detail", detail)
                .query(String.class)
                .optional();
    }

    private List<DispatchFile> files(@Nullable Short program, int @Nullable [] fileNos) {
        return jdbc.sql(Sql.of(DispatchStore.class, "files"))
                .param("program", program, Types.SMALLINT)
                .param("files", fileNos)
                .query((row, _) -> file(row))
                .list();
    }

    private static DispatchFile file(ResultSet row) throws SQLException {
        return new DispatchFile(
                row.getInt("file_no"),
                row.getShort("program_id"),
                Rail.valueOf(row.getString("rail")),
                Optional.ofNullable(row.getObject("pay_date", LocalDate.class)),
                row.getString("name"),
                FileState.valueOf(row.getString("state")),
                row.getInt("count"),
                row.getLong("sum"),
                row.getString("sha256"),
                row.getString("digest"),
                row.getString("built_by"),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getString("approved_by")),
                Optional.ofNullable(row.getString("released_by")),
                Optional.ofNullable(row.getObject("released_on", LocalDate.class)));
    }

    private void read(String statement, Map<String, ?> parameters, Consumer<CopyCursor> work) {
        try (Connection connection = source.getConnection();
                CopyCursor rows =
                        CopyCursor.open(
                                connection, Sql.of(DispatchStore.class, statement), parameters)) {
            work.accept(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
