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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {

    private static final long SUM = 95_000;

    @TempDir Path directory;
    private BankCounter bank;

    /** Households 1 to 12 are sent: 10 transfers (not 5 and 10) of 95,000 yen, 2 allocations. */
    @BeforeEach
    void send() {
        bank = new BankCounter(directory, 100).send(1, 12);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void aDebitOfTheFilesSumOnItsPayDateIsTheFilesAndAcceptsIt() {
        StatementSummary summary =
                bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        assertThat(summary.buckets()).isEqualTo(Map.of("DEBIT", 1));
        assertThat(bank.file(1)).isEqualTo(FileState.ACCEPTED);
        assertThat(bank.books(1).debited()).isTrue();
        assertThat(bank.books(1).pending()).isEqualTo(SUM);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void anAmountAloneProvesNothing() {
        bank.take(
                statement(
                        PAY_DAY, NEXT_DAY, OPENING, debit(NEXT_DAY, SUM), debit(PAY_DAY, SUM - 1)));
        assertThat(bank.open())
                .containsExactly("DEBIT_MISSING 1", "STATEMENT_LINE 2", "STATEMENT_LINE 1");
        assertThat(bank.file(1)).isEqualTo(FileState.RELEASED);
    }

    @Test
    void whereTwoFilesFitAPersonChooses() {
        // A second file of the same sum for the same day.
        bank.ledger.on(Ledger.TODAY);
        bank.send(101, 112);
        long other = bank.books(3).sent();
        if (other != SUM) {
            bank.ledger.tamper("UPDATE dispatch_file SET sum = 95000 WHERE file_no = 3");
        }
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        assertThat(bank.open()).containsExactly("STATEMENT_LINE 1");
        Reconciliation books = bank.ledger.get(Reconciliation.class);
        assertThat(
                        Ledger.words(
                                catchThrowable(() ->
                                        books.clear(
                                                List.of(1L),
                                                List.of(1, 3),
                                                List.of(),
                                                "both?",
                                                "finance"))))
                .contains("cannot be cleared");
        books.clear(List.of(1L), List.of(1), List.of(), "by telephone", "finance");
        assertThat(bank.file(1)).isEqualTo(FileState.ACCEPTED);
        assertThat(bank.open()).isEmpty();
        assertThat(
                        Ledger.words(
                                catchThrowable(() ->
                                        books.clear(
                                                List.of(1L),
                                                List.of(3),
                                                List.of(),
                                                "again",
                                                "finance"))))
                .contains("cleared already");
    }

    /** One of them may have been sent twice in place of the other: sums alone prove nothing. */
    @Test
    void asManyDebitsAsFilesOfOneSumAreTheirsOnceAllAreKnownToBeAccepted() {
        bank.ledger.on(Ledger.TODAY);
        bank.send(101, 112);
        if (bank.books(3).sent() != SUM) {
            bank.ledger.tamper("UPDATE dispatch_file SET sum = 95000 WHERE file_no = 3");
        }
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM), debit(PAY_DAY, SUM)));
        assertThat(bank.open()).contains("STATEMENT_LINE 1", "STATEMENT_LINE 2");
        assertThat(bank.file(1)).isEqualTo(FileState.RELEASED);

        FileActs acts = bank.ledger.get(FileActs.class);
        acts.accepted(1, "letter of the bank", "finance");
        bank.take(statement(NEXT_DAY, NEXT_DAY, OPENING - 2 * SUM));
        assertThat(bank.open()).contains("STATEMENT_LINE 1", "STATEMENT_LINE 2");

        acts.accepted(3, "letter of the bank", "finance");
        LocalDate later = NEXT_DAY.plusDays(1);
        bank.take(statement(later, later, OPENING - 2 * SUM));
        assertThat(bank.open()).isEmpty();
        assertThat(bank.books(1).debited()).isTrue();
        assertThat(bank.books(3).debited()).isTrue();
    }

    @Test
    void aReturnThatNamesItsPaymentMovesIt() {
        StatementSummary summary =
                bank.take(
                        statement(
                                PAY_DAY,
                                NEXT_DAY,
                                OPENING,
                                debit(PAY_DAY, SUM),
                                credit(NEXT_DAY, 15_000, "ﾌﾘｺﾐﾍﾝｷﾔｸ", "0000000002")));
        assertThat(summary.buckets()).isEqualTo(Map.of("DEBIT", 1, "RETURN", 1));
        assertThat(bank.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(bank.ledger.count("finding WHERE code = 'PAYMENT_RETURNED' AND payment_no = 2"))
                .isEqualTo(1);
        assertThat(bank.books(1).returned()).isEqualTo(15_000);
        assertThat(bank.books(1).cameBack()).isEqualTo(15_000);
        assertThat(bank.books(1).difference()).isZero();
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aReturnThatComesAfterSettlementIsStillTaken() {
        bank.results(all("0"));
        assertThat(bank.ledger.state(2)).isEqualTo("SETTLED");
        bank.take(
                statement(
                        PAY_DAY,
                        NEXT_DAY,
                        OPENING,
                        debit(PAY_DAY, SUM),
                        credit(NEXT_DAY, 15_000, "", "0000000002")));
        assertThat(bank.ledger.state(2)).isEqualTo("RETURNED");
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aReturnOfAnotherAmountOrOfNothingSentIsNotBelieved() {
        bank.take(
                statement(
                        PAY_DAY,
                        NEXT_DAY,
                        OPENING,
                        debit(PAY_DAY, SUM),
                        credit(NEXT_DAY, 14_560, "ｸﾐﾓﾄﾞｼ", "0000000002"),
                        credit(NEXT_DAY, 15_000, "ｸﾐﾓﾄﾞｼ", "0000000999"),
                        credit(NEXT_DAY, 12_000, "ｸﾐﾓﾄﾞｼ", "0000000005")));
        assertThat(bank.open()).hasSize(3).allMatch(u -> u.startsWith("STATEMENT_LINE"));
        assertThat(bank.ledger.state(2)).isEqualTo("ACCEPTED");
    }

    @Test
    void returnsWithoutANumberAreClearedByTheSumOfTheirDay() {
        bank.results(Map.of(1L, "1", 2L, "2", 3L, "0"));
        StatementSummary summary =
                bank.take(
                        statement(
                                PAY_DAY,
                                NEXT_DAY,
                                OPENING,
                                debit(PAY_DAY, SUM),
                                credit(NEXT_DAY, 10_000, "ｸﾐﾓﾄﾞｼ", ""),
                                credit(NEXT_DAY, 15_000, "ｸﾐﾓﾄﾞｼ", "")));
        assertThat(summary.buckets()).isEqualTo(Map.of("DEBIT", 1, "RETURN", 2));
        assertThat(bank.books(1).cameBack()).isEqualTo(25_000);
    }

    @Test
    void aSumThatFitsTwoDaysIsLeftToAPerson() {
        bank.results(Map.of(1L, "1"));
        bank.ledger.on(PAY_DAY);
        bank.results(Map.of(4L, "1")); // 10,000 yen as well
        bank.take(
                statement(
                        PAY_DAY,
                        NEXT_DAY,
                        OPENING,
                        debit(PAY_DAY, SUM),
                        credit(NEXT_DAY, 10_000, "ｸﾐﾓﾄﾞｼ", "")));
        assertThat(bank.open()).containsExactly("STATEMENT_LINE 2");
        bank.ledger
                .get(Reconciliation.class)
                .clear(List.of(2L), List.of(), List.of(4L), "the name is that of 4", "finance");
        assertThat(bank.open()).isEmpty();
    }

    @Test
    void aCreditThatIsNoReturnIsUnexplainedUntilAPersonSaysWhy() {
        bank.take(
                statement(
                        PAY_DAY,
                        PAY_DAY,
                        OPENING,
                        debit(PAY_DAY, SUM),
                        credit(PAY_DAY, 777, "ﾘｿｸ", "")));
        assertThat(bank.open()).containsExactly("STATEMENT_LINE 2");
        assertThat(bank.ledger.get(Reconciliation.class).line(2, "finance")).contains("ﾘｿｸ");
        bank.explain("STATEMENT_LINE", "2");
        assertThat(bank.open()).isEmpty();
        assertThat(Ledger.words(catchThrowable(() -> bank.explain("STATEMENT_LINE", "2"))))
                .contains("Nothing unexplained");
        assertThat(
                        bank.ledger.count(
                                "audit_event WHERE act IN ('statement.view', 'books.explain')"))
                .isEqualTo(2);
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void overlappingStatementsAreAppliedOnce() {
        var first = statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM));
        bank.take(first);
        assertThat(Ledger.words(catchThrowable(() -> bank.take(first))))
                .contains("already received");
        StatementSummary again =
                bank.take(
                        statement(
                                PAY_DAY,
                                NEXT_DAY,
                                OPENING,
                                debit(PAY_DAY, SUM),
                                credit(NEXT_DAY, 15_000, "", "0000000002")));
        assertThat(again.lines()).isEqualTo(2);
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(again.buckets()).isEqualTo(Map.of("RETURN", 1));
        assertThat(bank.open()).isEmpty();
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void aDayThatNoStatementTellsOfShowsInTheBalance() {
        bank.take(statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM)));
        bank.take(statement(NEXT_DAY.plusDays(1), NEXT_DAY.plusDays(1), OPENING - SUM - 300));
        assertThat(bank.open()).containsExactly("STATEMENT_GAP 2-1");
        bank.take(statement(NEXT_DAY, NEXT_DAY, OPENING - SUM, debit(NEXT_DAY, 300)));
        assertThat(bank.open()).contains("STATEMENT_LINE 2").doesNotContain("STATEMENT_GAP 2-1");
    }

    @Test
    void statementsOfOthersAndOfTheFutureAreRefusedWhole() {
        Statement ours = statement(PAY_DAY, PAY_DAY, OPENING, debit(PAY_DAY, SUM));
        Statement other =
                new Statement(
                        new Statement.BankAccount("0001", "001", 1, "0000099999", "X"),
                        PAY_DAY,
                        PAY_DAY,
                        PAY_DAY,
                        0,
                        0,
                        List.of());
        bank.ledger.on(PAY_DAY);
        assertThat(refused(other)).isEqualTo("reconciliation.statementAccount");
        bank.ledger.on(PAY_DAY.minusDays(1));
        assertThat(refused(ours)).isEqualTo("reconciliation.statementFuture");
        assertThat(
                        refused(
                                statement(
                                        PAY_DAY.minusDays(9),
                                        PAY_DAY.minusDays(2),
                                        1,
                                        debit(PAY_DAY, 1))))
                .isEqualTo("reconciliation.statementDay");
        assertThat(bank.ledger.count("statement")).isZero();
    }

    @Test
    void whatALineSaysIsStoredAsCiphertext() {
        bank.take(
                statement(PAY_DAY, PAY_DAY, OPENING, credit(PAY_DAY, 777, "ﾔﾏﾀﾞ ﾊﾅｺ", "1234567")));
        assertThat(bank.ledger.count("statement_line l WHERE l::text LIKE '%1234567%'")).isZero();
    }

    private String refused(Statement statement) {
        return ((Refusal) catchThrowable(() -> bank.take(StatementFile.write(List.of(statement)))))
                .key();
    }

    private static Map<Long, String> all(String code) {
        Map<Long, String> codes = new java.util.LinkedHashMap<>();
        for (long payment = 1; payment <= 12; payment++) {
            if (payment % 5 != 0) {
                codes.put(payment, code);
            }
        }
        return codes;
    }
}
