package jp.kyufu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ProgramsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T01:00:00Z");

    @TempDir private Path directory;
    private final TestDatabase database = TestDatabase.create();
    private final Audit audit = new Audit(database.jdbc());
    private final People people =
            new People(
                    database.jdbc(), audit, new JdbcTransactionManager(database.appDataSource()));
    private final Programs programs =
            new Programs(
                    new ProgramStore(database.jdbc()),
                    people,
                    audit,
                    Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")));
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        people.add("finance-1", Set.of(Role.FINANCE), null, "setup");
        people.add("caller-1", Set.of(Role.CALLCENTER), null, "setup");
        file = directory.resolve("program.yaml");
        try (var in = ProgramsTest.class.getResourceAsStream("program.yaml")) {
            Files.write(file, in.readAllBytes());
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatIsOpenedIsReadBackMemberByMember() {
        ProgramTerms terms = ProgramFile.read(file);
        Program opened = open(terms);
        assertThat(opened.terms()).isEqualTo(terms);
        assertThat(opened.openedAt()).isEqualTo(NOW);
        assertThat(opened.openedBy()).isEqualTo("office-1");
        assertThat(programs.theOne(Optional.empty())).isEqualTo(opened);
    }

    @Test
    void aProgramWithoutCapPointsAndTodayIsReadBackToo() throws IOException {
        try (var in = ProgramsTest.class.getResourceAsStream("cash-only-shortest.yaml")) {
            Files.write(file, in.readAllBytes());
        }
        ProgramTerms terms = ProgramFile.read(file);
        assertThat(open(terms).terms()).isEqualTo(terms);
    }

    @Test
    void aCodeIsOpenedOnce() {
        ProgramTerms terms = ProgramFile.read(file);
        open(terms);
        assertThatThrownBy(() -> open(terms))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("program.code.taken");
        assertThat(programs.all()).hasSize(1);
    }

    @Test
    void withoutACodeTheOnlyProgramIsMeantAndOtherwiseTheCodesAreListed() throws IOException {
        assertThat(refusal(() -> programs.theOne(Optional.empty())).key())
                .isEqualTo("program.code.none");
        open(ProgramFile.read(file));
        change("code: soto-2026", "code: rent");
        open(ProgramFile.read(file));
        Refusal several = refusal(() -> programs.theOne(Optional.empty()));
        assertThat(new Words(Locale.ENGLISH).of(several)).contains("soto-2026, rent");
        Refusal unknown = refusal(() -> programs.theOne(Optional.of("gift")));
        assertThat(new Words(Locale.JAPANESE).of(unknown)).contains("gift", "soto-2026, rent");
        assertThat(programs.theOne(Optional.of("rent")).code()).isEqualTo("rent");
    }

    @Test
    void windowBudgetAndBankProfileMayChangeWhilePaymentsExist() throws IOException {
        open(ProgramFile.read(file));
        change("to: 2026-07-31", "to: 2026-08-31");
        change("{source: 一般財源, cash: 800000000", "{source: 一般財源, cash: 900000000");
        change("records_per_file: 50000", "records_per_file: 9999");
        Amendment amendment = amend(true);
        assertThat(amendment.differences())
                .extracting(Amendment.Difference::key)
                .containsExactly("window.to", "budget[一般財源].cash", "bank_profile.records_per_file");
        assertThat(amendment.program().terms()).isEqualTo(ProgramFile.read(file));
        assertThat(
                        database.jdbc()
                                .sql(
                                        "SELECT (before->>'window_to') || ' ' || (after->>'window_to')"
                                                + " || ' ' || (after->'budget'->1->>'cash') || ' '"
                                                + " || amended_by FROM program_amendment")
                                .query(String.class)
                                .single())
                .isEqualTo("2026-07-31 2026-08-31 900000000 finance-1");
    }

    @Test
    void whatWasPromisedStandsOnceAPaymentExistsAndEveryDifferenceIsListed() throws IOException {
        Program before = open(ProgramFile.read(file));
        change("reference_date: 2026-01-01", "reference_date: 2026-01-02");
        change("rates: {cash: 5000", "rates: {cash: 4000");
        change("account: 0012345", "account: 0012346");
        change("to: 2026-07-31", "to: 2026-08-31");
        Refusal refusal = refusal(() -> amend(true));
        assertThat(refusal.details())
                .extracting(detail -> detail.args().getFirst())
                .containsExactly("reference_date", "rates.cash", "consignor.account");
        assertThat(new Words(Locale.ENGLISH).of(refusal))
                .contains("\"rates.cash\" stays 5000 (the file says 4000).");
        assertThat(programs.theOne(Optional.empty())).isEqualTo(before);
        assertThat(amend(false).movesReferenceDate()).isTrue();
    }

    @Test
    void theCallCenterAmendsNothing() {
        open(ProgramFile.read(file));
        Refusal refusal =
                refusal(() -> inTransaction(() -> programs.amend(file, "caller-1", p -> false)));
        assertThat(refusal.key()).isEqualTo("access.lacksRole");
    }

    @Test
    void anAmendmentThatChangesNothingLeavesNoTrace() {
        open(ProgramFile.read(file));
        assertThat(amend(true).differences()).isEmpty();
        assertThat(count("program_amendment")).isZero();
    }

    @Test
    void theApplicationCanNeitherForgetAnAmendmentNorAProgram() throws IOException {
        open(ProgramFile.read(file));
        change("to: 2026-07-31", "to: 2026-08-31");
        amend(true);
        for (String statement :
                new String[] {
                    "DELETE FROM program_amendment",
                    "UPDATE program_amendment SET amended_by = 'x'",
                    "DELETE FROM program",
                    "UPDATE program SET code = 'x'"
                }) {
            assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private Program open(ProgramTerms terms) {
        return inTransaction(() -> programs.open(terms, "office-1"));
    }

    private Amendment amend(boolean paymentExists) {
        return inTransaction(() -> programs.amend(file, "finance-1", program -> paymentExists));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return database.transaction().execute(status -> act.get());
    }

    private static Refusal refusal(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run);
    }

    private void change(String from, String to) throws IOException {
        String yaml = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(yaml).contains(from);
        Files.writeString(file, yaml.replace(from, to));
    }

    private long count(String table) {
        return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
