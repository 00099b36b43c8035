package jp.kyufu.reconciliation;

import static jp.kyufu.reconciliation.BankCounter.NEXT_DAY;
import static jp.kyufu.reconciliation.BankCounter.OPENING;
import static jp.kyufu.reconciliation.BankCounter.PAY_DAY;
import static jp.kyufu.reconciliation.BankCounter.credit;
import static jp.kyufu.reconciliation.BankCounter.debit;
import static jp.kyufu.reconciliation.BankCounter.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class DayCloseTest {

    private static final long SUM = 95_000;
    private static final LocalDate SILENT_UNTIL = LocalDate.of(2026, 6, 10);

    @TempDir Path directory;
    private BankCounter bank;

    /** Households 1 to 12 are sent on 1 June: 10 transfers of 95,000 yen, 2 allocations. */
    @BeforeEach
    void send() {
        bank = new BankCounter(directory, 100).send(1, 12);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void aSheetOpensWithTheCloseBeforeAndMovesByPostingsAlone() {
        DaySheet first = bank.close(Ledger.TODAY);
        assertThat(first.since()).isNull();
        assertThat(line(first, Rail.CASH, PaymentState.PLANNED).in().count()).isEqualTo(10);
        assertThat(line(first, Rail.CASH, PaymentState.PLANNED).out().sum()).isEqualTo(SUM);
        assertThat(line(first, Rail.CASH, PaymentState.RELEASED).closing())
                .isEqualTo(new DaySheet.Figures(10, 19, SUM));
        assertThat(line(first, Rail.POINTS, PaymentState.RELEASED).closing())
                .isEqualTo(new DaySheet.Figures(2, 5, 30_000));

        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        bank.results(Map.of(1L, "0", 2L, "1"));
        DaySheet second = bank.close(PAY_DAY);
        assertThat(second.since()).isEqualTo(Ledger.TODAY);
        assertThat(second.previous()).isEqualTo(first.digest());
        assertThat(line(second, Rail.CASH, PaymentState.RELEASED).opening().sum()).isEqualTo(SUM);
        assertThat(line(second, Rail.CASH, PaymentState.RELEASED).closing().sum()).isZero();
        assertThat(line(second, Rail.CASH, PaymentState.ACCEPTED).closing().sum())
                .isEqualTo(SUM - 25_000);
        assertThat(line(second, Rail.CASH, PaymentState.SETTLED).closing().sum()).isEqualTo(10_000);
        assertThat(line(second, Rail.CASH, PaymentState.RETURNED).closing().residents())
                .isEqualTo(3);
        assertThat(
                        bank.ledger
                                .get(DayClose.class)
                                .sheet(bank.ledger.program, Optional.of(Ledger.TODAY)))
                .isEqualTo(first);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aClosedDayTakesNoFurtherPosting() {
        bank.close(Ledger.TODAY);
        assertThat(Ledger.words(catchThrowable(() -> bank.results(Map.of(1L, "0")))))
                .contains("2026-06-01 is closed");
        bank.ledger.households(13, 13);
        assertThat(Ledger.words(catchThrowable(bank.ledger::plan))).contains("is closed");
        assertThat(
                        catchThrowable(() ->
                                bank.ledger.owner(
                                        "INSERT INTO posting (program_id, business_day, person, act, why, cause)"
                                                + " VALUES (1, '2026-05-31', 'x', 'x', 'x', 'x')")))
                .isInstanceOf(DataAccessException.class);
        bank.ledger.on(Ledger.TODAY.plusDays(1));
        assertThat(bank.results(Map.of(1L, "0")).buckets()).isEqualTo(Map.of(Bucket.APPLIED, 1));
        assertThat(bank.problems()).isEmpty();
    }

    /** Whoever posts at that moment is either in the close or refused: never beside it. */
    @Test
    void aCloseWaitsForAPostingThatIsUnderWayAndCountsIt() throws Exception {
        try (Connection posting = bank.ledger.database.ownerDataSource().getConnection();
                Statement statement = posting.createStatement()) {
            posting.setAutoCommit(false);
            statement.execute(
                    "SELECT post_payments(new_posting(1::smallint, '2026-06-01', 'x', 'x', '', 'x'),"
                            + " '{1}', '{RELEASED}', 'RETURNED')");
            CompletableFuture<DaySheet> closing =
                    CompletableFuture.supplyAsync(() -> bank.close(Ledger.TODAY));
            Thread.sleep(300);
            assertThat(closing).isNotDone();
            posting.commit();
            DaySheet sheet = closing.get(1, TimeUnit.MINUTES);
            assertThat(line(sheet, Rail.CASH, PaymentState.RETURNED).closing().sum())
                    .isEqualTo(10_000);
        }
    }

    @Test
    void aDayIsClosedOnceInOrderAndNeverAheadOfItself() {
        bank.ledger.on(NEXT_DAY);
        bank.take(statement(PAY_DAY, NEXT_DAY, OPENING, debit(PAY_DAY, SUM)));
        assertThat(key(() -> bank.close(NEXT_DAY.plusDays(1))))
                .isEqualTo("reconciliation.closeFuture");
        bank.close(PAY_DAY);
        assertThat(key(() -> bank.close(PAY_DAY))).isEqualTo("reconciliation.closedBefore");
        assertThat(key(() -> bank.close(Ledger.TODAY))).isEqualTo("reconciliation.closedBefore");
        bank.close(NEXT_DAY);
    }

    @Test
    void aDayBeforeTodayIsClosedAsItWasThen() {
        bank.ledger.on(NEXT_DAY);
        bank.take(statement(PAY_DAY, NEXT_DAY, OPENING, debit(PAY_DAY, SUM)));
        bank.results(all("0"));
        DaySheet sheet = bank.close(Ledger.TODAY);
        assertThat(line(sheet, Rail.CASH, PaymentState.RELEASED).closing().sum()).isEqualTo(SUM);
        assertThat(sheet.lines()).noneMatch(l -> l.state() == PaymentState.SETTLED);
        assertThat(line(bank.close(NEXT_DAY), Rail.CASH, PaymentState.SETTLED).closing().sum())
                .isEqualTo(SUM);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void nothingIsClosedOverWhatIsUnexplainedAndEachThingIsNamed() {
        bank.ledger.on(NEXT_DAY);
        bank.points("5,0,2026-06-03 10:00:00,18000\n5,7,2026-06-03 10:00:00,18000\n");
        bank.totals("test-2026,2026-06-03,2,18000,0,0\n");
        bank.take(statement(PAY_DAY, NEXT_DAY, OPENING, credit(NEXT_DAY, 1, "", "")));
        Throwable refused = catchThrowable(() -> bank.close(NEXT_DAY));
        assertThat(((Refusal) refused).details())
                .extracting(Refusal::key)
                .containsExactlyInAnyOrder(
                        "reconciliation.unexplained.DEBIT_MISSING",
                        "reconciliation.unexplained.POINT_TOTAL",
                        "reconciliation.unexplained.RESULT_LINE",
                        "reconciliation.unexplained.STATEMENT_LINE");
        assertThat(Ledger.words(refused)).contains("furikomi-test-2026-000001-20260603.txt");
        assertThat(bank.ledger.count("day_close")).isZero();
        // The database refuses as well, whoever asks.
        assertThat(
                        catchThrowable(() ->
                                bank.ledger
                                        .jdbc()
                                        .sql("SELECT close_day(1::smallint, '2026-06-04', 'x')")
                                        .query(byte[].class)
                                        .single()))
                .hasMessageContaining("unexplained");
        for (Unexplained item : bank.unexplained()) {
            bank.explain(item.kind(), item.ref());
        }
        bank.close(NEXT_DAY);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void whereTheBankIsSilentAPaymentSettlesWhenItsReturnDaysHavePassed() {
        bank.take(
                statement(
                        PAY_DAY,
                        SILENT_UNTIL,
                        OPENING,
                        debit(PAY_DAY, SUM),
                        credit(NEXT_DAY, 15_000, "", "0000000002")));
        bank.close(SILENT_UNTIL.minusDays(1));
        assertThat(bank.ledger.state(1)).isEqualTo("ACCEPTED");
        bank.close(SILENT_UNTIL); // five business days after 3 June
        assertThat(bank.ledger.state(1)).isEqualTo("SETTLED");
        assertThat(bank.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(bank.file(1)).isEqualTo(FileState.SETTLED);
        // A later return is still taken.
        LocalDate later = SILENT_UNTIL.plusDays(1);
        bank.take(
                statement(
                        later,
                        later,
                        OPENING - SUM + 15_000,
                        credit(later, 5_000, "", "0000000003")));
        assertThat(bank.ledger.state(3)).isEqualTo("RETURNED");
        assertThat(bank.books(1).credited()).isEqualTo(SUM - 20_000);
        bank.close(later);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void withoutItsDebitAFileNeverSettlesBySilence() {
        bank.ledger.on(SILENT_UNTIL.plusDays(20));
        assertThat(key(() -> bank.close(SILENT_UNTIL.plusDays(20))))
                .isEqualTo("reconciliation.unexplained");
        bank.explain("DEBIT_MISSING", "1");
        bank.close(SILENT_UNTIL.plusDays(20));
        assertThat(bank.ledger.state(1)).isEqualTo("RELEASED");
    }

    @Test
    void aizuwakamatsuAMonthWhoseDebitsAreNotTheLedgersDoesNotClose() {
        bank.ledger.on(NEXT_DAY);
        // The clerk's own file: one household more than was released.
        bank.take(statement(PAY_DAY, NEXT_DAY, OPENING, debit(PAY_DAY, SUM + 100_000)));
        assertThat(Ledger.words(catchThrowable(() -> bank.close(NEXT_DAY))))
                .contains("-195,000 yen")
                .contains("DEBIT_MISSING 1");
        assertThat(bank.file(1)).isEqualTo(FileState.RELEASED);
    }

    @Test
    void enaTheSubsidyFigureIsAQueryOverWhatWasSettled() {
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        assertThat(subsidy()).isEmpty();
        bank.results(all("0"));
        bank.points("5,0,2026-06-03 10:00:00,18000\n10,3,2026-06-03 10:00:00,12000\n");
        assertThat(subsidy()).containsExactly("2026 CASH 95000 0", "2026 POINTS 18000 0");
        // What comes back later is no longer claimed.
        bank.take(
                statement(
                        NEXT_DAY,
                        NEXT_DAY,
                        OPENING - SUM,
                        credit(NEXT_DAY, 15_000, "", "0000000002")));
        assertThat(subsidy()).containsExactly("2026 CASH 80000 0", "2026 POINTS 18000 0");
    }

    @Test
    void theSubsidyIsSharedByBudgetToTheYenAndByTheYearOfThePayDate() {
        bank.ledger.owner("INSERT INTO budget_line VALUES (1, 'city', 10000000001, 0, 2)");
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        bank.results(all("0"));
        assertThat(
                        bank.ledger
                                .jdbc()
                                .sql("SELECT sum(settled) FROM subsidy WHERE rail = 'CASH'")
                                .query(Long.class)
                                .single())
                .isEqualTo(SUM);
        assertThat(subsidy()).containsExactly("2026 CASH 63333 0", "2026 CASH 31667 0");
        assertThat(
                        bank.ledger
                                .jdbc()
                                .sql(
                                        "SELECT string_agg(fiscal_year(d)::text, ' ' ORDER BY d) FROM"
                                                + " unnest('{2026-03-31,2026-04-01,2027-01-01}'::date[]) d")
                                .query(String.class)
                                .single())
                .isEqualTo("2025 2026 2026");
    }

    @Test
    void verifyFindsACloseThatWasAltered() {
        bank.close(Ledger.TODAY);
        bank.ledger.tamper(
                "UPDATE day_close_line SET closing_sum = closing_sum + 1, in_sum = in_sum + 1"
                        + " WHERE rail = 'CASH' AND state = 'RELEASED'");
        assertThat(bank.problems())
                .anyMatch(p -> p.startsWith("day-close-balances"))
                .anyMatch(p -> p.startsWith("day-closes-are-chained"));
    }

    @Test
    void verifyFindsAPostingSlippedIntoAClosedDayAndALineThatIsGone() {
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        bank.close(PAY_DAY);
        bank.ledger.tamper(
                "INSERT INTO posting (program_id, business_day, person, act, why, cause)"
                        + " VALUES (1, '2026-06-02', 'x', 'x', 'x', 'x')");
        bank.ledger.tamper("DELETE FROM statement_line WHERE line_no = 1");
        assertThat(bank.problems())
                .anyMatch(p -> p.startsWith("closed-day-has-no-late-posting"))
                .anyMatch(p -> p.startsWith("statement-lines-are-all-there"))
                .anyMatch(p -> p.startsWith("clearing-adds-up"));
    }

    private List<String> subsidy() {
        return bank.ledger
                .jdbc()
                .sql(
                        "SELECT concat_ws(' ', fiscal_year, rail, settled, recovered) FROM subsidy"
                                + " WHERE settled > 0 ORDER BY rail, position")
                .query(String.class)
                .list();
    }

    private static DaySheet.Line line(DaySheet sheet, Rail rail, PaymentState state) {
        return sheet.lines().stream()
                .filter(l -> l.rail() == rail && l.state() == state)
                .findFirst()
                .orElseThrow();
    }

    private static String key(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return ((Refusal) catchThrowable(act)).key();
    }

    private static Map<Long, String> all(String code) {
        Map<Long, String> codes = new LinkedHashMap<>();
        for (long payment = 1; payment <= 12; payment++) {
            if (payment % 5 != 0) {
                codes.put(payment, code);
            }
        }
        return codes;
    }
}
