package jp.kyufu.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.database.Sql;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.program.ProgramTerms.BudgetLine;
import jp.kyufu.program.ProgramTerms.Points;
import jp.kyufu.program.ProgramTerms.Window;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of program, budget_line and program_amendment. Every change needs a transaction. */
@Component
class ProgramStore {

    private final JdbcClient jdbc;

    ProgramStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a new program; empty if its code is taken. */
    Optional<Short> insert(ProgramTerms terms, Instant at, String person) {
        Optional<Short> id =
                jdbc.sql(Sql.of(ProgramStore.class, "insert-program"))
                        .params(columns(terms))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .query(Short.class)
                        .optional();
        id.ifPresent(program -> insertBudget(program, terms.budget()));
        return id;
    }

    /** Gives a program other terms and keeps both as an amendment. */
    void amend(Program program, ProgramTerms terms, Instant at, String person) {
        String before = json(program.id());
        jdbc.sql(Sql.of(ProgramStore.class, "update-program")).params(columns(terms)).update();
        jdbc.sql("DELETE FROM budget_line WHERE program_id = :program")
                .param("program", program.id())
                .update();
        insertBudget(program.id(), terms.budget());
        jdbc.sql(Sql.of(ProgramStore.class, "insert-amendment"))
                .param("program", program.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .param("before", before)
                .param("after", json(program.id()))
                .update();
    }

    /** All programs in the order in which they were opened. */
    List<Program> all() {
        return jdbc.sql("SELECT * FROM program ORDER BY program_id")
                .query((row, number) -> program(row))
                .list();
    }

    Optional<Program> find(String code) {
        return jdbc.sql("SELECT * FROM program WHERE code = :code")
                .param("code", code)
                .query((row, number) -> program(row))
                .optional();
    }

    /** The same, and nobody else can amend it or build a file of it until the transaction ends. */
    Optional<Program> lock(String code) {
        return jdbc.sql("SELECT * FROM program WHERE code = :code FOR UPDATE")
                .param("code", code)
                .query((row, number) -> program(row))
                .optional();
    }

    private void insertBudget(short program, List<BudgetLine> budget) {
        int position = 1;
        for (BudgetLine line : budget) {
            jdbc.sql(Sql.of(ProgramStore.class, "insert-budget-line"))
                    .param("program", program)
                    .param("source", line.source())
                    .param("cash", line.amounts().cash())
                    .param("points", line.amounts().points())
                    .param("position", position++)
                    .update();
        }
    }

    private String json(short program) {
        return jdbc.sql(Sql.of(ProgramStore.class, "terms-as-json"))
                .param("program", program)
                .query(String.class)
                .single();
    }

    private static Map<String, @Nullable Object> columns(ProgramTerms terms) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", terms.code());
        columns.put("name", terms.name());
        columns.put("reference_date", terms.referenceDate());
        columns.put("window_from", terms.window().from());
        columns.put("window_to", terms.window().to());
        columns.put("rate_cash", terms.rates().cash());
        columns.put("rate_points", terms.rates().points());
        columns.put("cap_cash", capColumn(terms.householdCap().cash()));
        columns.put("cap_points", capColumn(terms.householdCap().points()));
        columns.put("points_currency", terms.points().map(Points::currency).orElse(null));
        columns.put("points_expires", terms.points().map(Points::expires).orElse(null));
        Consignor consignor = terms.consignor();
        columns.put("consignor_code", consignor.code());
        columns.put("consignor_name", consignor.name());
        columns.put("consignor_bank", consignor.bank().digits());
        columns.put("consignor_branch", consignor.branch().digits());
        columns.put("consignor_type", consignor.type().code());
        columns.put("consignor_account", consignor.account().digits());
        BankProfile profile = terms.bankProfile();
        columns.put("terminator", profile.terminator().name());
        columns.put("clearing_house", profile.clearingHouse());
        columns.put("symbols", profile.symbols());
        columns.put("records_per_file", profile.recordsPerFile());
        columns.put("cut_off", profile.cutOff());
        columns.put("earliest_days", profile.earliestDays());
        columns.put("latest_days", profile.latestDays());
        columns.put("return_days", profile.returnDays());
        columns.put("today", terms.today().orElse(null));
        columns.put("excludes", terms.excludes().toArray(String[]::new));
        columns.put("continues", terms.continues().orElse(null));
        return columns;
    }

    private Program program(ResultSet row) throws SQLException {
        short id = row.getShort("program_id");
        Optional<Points> points =
                Optional.ofNullable(row.getString("points_currency"))
                        .map(currency -> new Points(currency, date(row, "points_expires")));
        ProgramTerms terms =
                new ProgramTerms(
                        row.getString("code"),
                        row.getString("name"),
                        date(row, "reference_date"),
                        new Window(date(row, "window_from"), date(row, "window_to")),
                        new Amounts(row.getLong("rate_cash"), row.getLong("rate_points")),
                        points,
                        new Amounts(cap(row, "cap_cash"), cap(row, "cap_points")),
                        budget(id),
                        consignor(row),
                        profile(row),
                        Optional.ofNullable(row.getObject("today", LocalDate.class)),
                        List.of((String[]) row.getArray("excludes").getArray()),
                        Optional.ofNullable(row.getString("continues")));
        Instant openedAt = row.getObject("opened_at", OffsetDateTime.class).toInstant();
        return new Program(id, terms, openedAt, row.getString("opened_by"));
    }

    private List<BudgetLine> budget(short program) {
        return jdbc.sql("SELECT * FROM budget_line WHERE program_id = :program ORDER BY position")
                .param("program", program)
                .query((row, number) ->
                        new BudgetLine(
                                row.getString("source"),
                                new Amounts(row.getLong("cash"), row.getLong("points"))))
                .list();
    }

    private static Consignor consignor(ResultSet row) throws SQLException {
        return new Consignor(
                row.getString("consignor_code"),
                row.getString("consignor_name"),
                new BankCode(row.getString("consignor_bank")),
                new BranchCode(row.getString("consignor_branch")),
                DepositType.ofCode(row.getInt("consignor_type")),
                new AccountNo(row.getString("consignor_account")));
    }

    private static BankProfile profile(ResultSet row) throws SQLException {
        return new BankProfile(
                Terminator.valueOf(row.getString("terminator")),
                row.getString("clearing_house"),
                row.getString("symbols"),
                row.getInt("records_per_file"),
                row.getObject("cut_off", LocalTime.class),
                row.getInt("earliest_days"),
                row.getInt("latest_days"),
                row.getInt("return_days"));
    }

    private static LocalDate date(ResultSet row, String column) {
        try {
            return row.getObject(column, LocalDate.class);
        } catch (SQLException e) {
            throw new IllegalStateException(column, e);
        }
    }

    private static @Nullable Long capColumn(long cap) {
        return cap == Amounts.UNLIMITED ? null : cap;
    }

    private static long cap(ResultSet row, String column) throws SQLException {
        long cap = row.getLong(column);
        return row.wasNull() ? Amounts.UNLIMITED : cap;
    }
}
