package jp.kyufu.dispatch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import jp.kyufu.dispatch.RailBuild.Order;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Tables dispatch_file, dispatch_item, approval and download, and the gate before them. */
@Component
class DispatchStore {

    /** A payment with its destination as stored; null: a charge code is issued. */
    record Sealed(long paymentNo, long amount, byte @Nullable [] destination) {}

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

    /** The payments that a file may take now, in order of number. */
    Map<Rail, long[]> payable(Program program) {
        Map<Rail, LongStream.Builder> found = new EnumMap<>(Rail.class);
        copy(
                "payable",
                Map.of("program", (int) program.id()),
                row ->
                        found.computeIfAbsent(Rail.valueOf(row.text(1)), _ -> LongStream.builder())
                                .add(row.int8(0)));
        Map<Rail, long[]> payable = new EnumMap<>(Rail.class);
        found.forEach((rail, payments) -> payable.put(rail, payments.build().toArray()));
        return payable;
    }

    /** Planned payments of a rail from one number to another, in order. */
    List<Sealed> destinations(Program program, Rail rail, long first, long last) {
        return sealed(
                "destinations",
                Map.of(
                        "program",
                        (int) program.id(),
                        "rail",
                        rail.name(),
                        "first",
                        first,
                        "last",
                        last));
    }

    /** What the ledger says now about the payments of a file, in order of number. */
    List<Sealed> items(int fileNo) {
        return sealed("items", Map.of("file", fileNo));
    }

    /** Stores built files as DRAFT, all or none; here the database holds the gate. */
    void create(Order order, List<BuiltFile> files) {
        jdbc.sql(Sql.of(DispatchStore.class, "create"))
                .param("program", order.program().id())
                .param("rail", order.rail().name())
                .param("pay_date", order.payDate().orElse(null), Types.DATE)
                .param("day", order.today())
                .param("person", order.person())
                .param("files", files.stream().mapToInt(BuiltFile::fileNo).toArray())
                .param("names", files.stream().map(BuiltFile::name).toArray(String[]::new))
                .param("sealed", files.stream().map(BuiltFile::sealed).toArray(byte[][]::new))
                .param("sha256s", files.stream().map(BuiltFile::sha256).toArray(byte[][]::new))
                .param("digests", files.stream().map(BuiltFile::digest).toArray(byte[][]::new))
                .param("counts", files.stream().mapToInt(f -> f.items().size()).toArray())
                .param("sums", files.stream().mapToLong(BuiltFile::sum).toArray())
                .param(
                        "payments",
                        files.stream()
                                .flatMap(f -> f.items().stream())
                                .mapToLong(Item::paymentNo)
                                .toArray())
                .param(
                        "in_files",
                        files.stream()
                                .flatMap(f -> f.items().stream().map(_ -> f.fileNo()))
                                .mapToInt(Integer::intValue)
                                .toArray())
                .param(
                        "fingerprints",
                        files.stream()
                                .flatMap(f -> Arrays.stream(f.fingerprints()))
                                .toArray(byte[][]::new))
                .query(String.class)
                .optional();
    }

    /** Moves files, all or none. */
    void move(int[] files, FileState into, LocalDate today, String person, String reason) {
        jdbc.sql("SELECT move_files(:files, CAST(:into AS file_state), :day, :person, :why)::text")
                .param("files", files)
                .param("into", into.name())
                .param("day", today)
                .param("person", person)
                .param("why", reason)
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

    /** The sealed bytes of a file. */
    byte[] sealedBytes(int fileNo) {
        return jdbc.sql("SELECT sealed FROM dispatch_file WHERE file_no = :file")
                .param("file", fileNo)
                .query(byte[].class)
                .single();
    }

    void logDownload(int fileNo, String person) {
        jdbc.sql("INSERT INTO download (file_no, person) VALUES (:file, :person)")
                .param("file", fileNo)
                .param("person", person)
                .update();
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

    private List<Sealed> sealed(String statement, Map<String, ?> parameters) {
        List<Sealed> found = new ArrayList<>();
        copy(
                statement,
                parameters,
                row -> found.add(new Sealed(row.int8(0), row.int8(1), row.nullableBytes(2))));
        return found;
    }

    private void copy(String statement, Map<String, ?> parameters, Consumer<CopyRow> rows) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyReader.read(connection, Sql.of(DispatchStore.class, statement), parameters, rows);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
