package jp.kyufu.payment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.kyufu.access.People;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.Installation;
import jp.kyufu.database.Sql;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.openpgp.Envelopes;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.program.Programs;
import jp.kyufu.upload.UsualLimits;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.value.Words;
import jp.kyufu.vault.Keys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger to test on: a program, people, a bank master and decided households, as assessment would
 * leave them. Household h has 1 + h % 3 members and account 000000h; every fifth wants points, of
 * those the odd ones to a wallet. Applications came in order of h.
 */
public final class Ledger implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    public static final String CLOSING_BRANCH = "777";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final long FIRST_APPLICATION = 1L << 32;

    public final TestDatabase database = TestDatabase.create();
    public final Program program;
    public final Keys keys;
    private final SetClock clock = new SetClock();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    /** An empty ledger with files of so many records. */
    public Ledger(Path directory, int recordsPerFile) {
        this(directory, recordsPerFile, 20_000_000_000L);
    }

    public Ledger(Path directory, int recordsPerFile, long budget) {
        DataSource source = database.appDataSource();
        keys = Keys.open(source, directory.resolve("keys"), true);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(
                JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Keys.class, () -> keys);
        context.registerBean(Installation.class, () -> new Installation(true));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Envelopes.class);
        context.registerBean(Limits.class, () -> UsualLimits.USUAL);
        for (String part :
                List.of(
                        "payment",
                        "dispatch",
                        "books",
                        "reconciliation",
                        "correction",
                        "program",
                        "bank",
                        "access",
                        "audit")) {
            context.scan("jp.kyufu." + part);
        }
        context.refresh();
        owner(
                """
                INSERT INTO bank_master (file_name, sha256, imported_at, imported_by, rows, completed)
                VALUES ('master', sha256('m'), now(), 'admin', 2, true)
                """);
        owner(
                """
                INSERT INTO bank_branch (master_id, bank, branch, bank_name, bank_kana, branch_name,
                                         branch_kana, valid_to)
                VALUES (1, '0005', '123', 'b', 'b', 'c', 'c', NULL), (1, '0005', '777', 'b', 'b', 'd', 'd', '2026-06-02')
                """);
        program = openProgram(directory, recordsPerFile, budget);
        for (Role role : Role.values()) {
            get(People.class)
                    .add(role.name().toLowerCase(Locale.ROOT), List.of(role), null, "setup");
        }
        get(People.class).add("allround", List.of(Role.values()), null, "setup");
        assessed();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    /** From now on it is this day, nine o'clock. */
    public Ledger on(LocalDate day) {
        return at(day.atTime(9, 0));
    }

    /** From now on it is this moment in Japan. */
    public Ledger at(LocalDateTime moment) {
        clock.instant = moment.atZone(JAPAN).toInstant();
        return this;
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(JAPAN).toInstant();
    }

    /** A clock that stands where it was put. */
    private static final class SetClock extends Clock {

        private volatile Instant instant = morning(TODAY);

        @Override
        public ZoneId getZone() {
            return JAPAN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant, zone);
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }

    /** Households from one number to another, decided and to be paid. */
    public Ledger households(int first, int last) {
        return households(first, last, "123");
    }

    public Ledger households(int first, int last, String branch) {
        try (Connection connection = database.ownerDataSource().getConnection()) {
            JdbcClient owner = JdbcClient.create(database.ownerDataSource());
            for (String statement :
                    Sql.of(Ledger.class, "households")
                            .replace(":first", "" + first)
                            .replace(":last", "" + last)
                            .split(";\n", -1)) {
                if (!statement.isBlank()) {
                    owner.sql(statement).update();
                }
            }
            try (CopyIn copy =
                    CopyIn.open(
                            connection,
                            "account (application_id, version, rail, fingerprint, last3, sealed)")) {
                for (int from = first; from <= last; from += 10_000) {
                    copy.write(accounts(from, Math.min(last, from + 9_999), branch));
                }
                copy.finish();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Plans payments of everything decided; gives how many. */
    public int plan() {
        return get(Planning.class).run(program.id(), TODAY, "system", "run 1");
    }

    /** As if everything that came in had been assessed. */
    public void assessed() {
        owner(
                """
                INSERT INTO assessment_run (program_id, finished_at, through_seq, snapshot_id, master_id)
                SELECT 1, now(), coalesce((SELECT max(completed_seq) FROM intake_file), 0), 1, 1
                """);
    }

    public static long application(int household) {
        return FIRST_APPLICATION + household;
    }

    public static TransferAccount account(int household, String branch) {
        return new TransferAccount(
                new BankCode("0005"),
                new BranchCode(branch),
                DepositType.ORDINARY,
                new AccountNo("%07d".formatted(household)),
                "ﾃｽﾄ " + Integer.toString(household, 36).toUpperCase(Locale.ROOT));
    }

    public String state(long payment) {
        return jdbc().sql("SELECT state::text FROM payment WHERE payment_no = :payment")
                .param("payment", payment)
                .query(String.class)
                .single();
    }

    public long count(String what) {
        return jdbc().sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    public void owner(String sql) {
        JdbcClient.create(database.ownerDataSource()).sql(sql).update();
    }

    /** What nobody can do: change rows as a superuser with every trigger off. */
    public void tamper(String sql) {
        try (Connection connection = database.superuserDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
            statement.execute("RESET session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String words(Throwable refusal) {
        return new Words(Locale.ENGLISH).of((Refusal) refusal);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private CopyBuffer accounts(int first, int last, String branch) {
        record Sealed(int household, byte[] fingerprint, byte[] sealed) {}
        CopyBuffer rows = new CopyBuffer();
        IntStream.rangeClosed(first, last)
                .parallel()
                .mapToObj(h -> {
                    if (h % 5 != 0) {
                        TransferAccount account = account(h, branch);
                        return new Sealed(
                                h,
                                keys.fingerprints().of(account.identity()),
                                keys.vault().seal(account.toBytes()));
                    }
                    String wallet = "SP%010d".formatted(h);
                    return new Sealed(
                            h, keys.fingerprints().of(wallet), keys.vault().sealText(wallet));
                })
                .toList()
                .forEach(row -> {
                    boolean code = row.household() % 10 == 0;
                    rows.row(6)
                            .int8(application(row.household()))
                            .int2(1)
                            .text(row.household() % 5 == 0 ? "POINTS" : "CASH")
                            .nullableBytes(code ? null : row.fingerprint())
                            .nullableText(code ? null : "123")
                            .nullableBytes(code ? null : row.sealed());
                });
        return rows;
    }

    private Program openProgram(Path directory, int recordsPerFile, long budget) {
        try (InputStream in = Ledger.class.getResourceAsStream("program.yaml")) {
            Path file = directory.resolve("program.yaml");
            Files.writeString(
                    file,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("RECORDS", "" + recordsPerFile)
                            .replace("BUDGET", "" + budget));
            Programs programs = get(Programs.class);
            programs.open(ProgramFile.read(file), "admin");
            return programs.theOne(Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
