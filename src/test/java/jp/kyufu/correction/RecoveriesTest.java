package jp.kyufu.correction;

import static jp.kyufu.correction.PaidClaims.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.payment.Ledger;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.DaySheet;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Rule I21: recovery of over-payments is a ledger too. */
class RecoveriesTest {

    @TempDir Path directory;
    private PaidClaims paid;

    /** Resident 22 was paid 5,000 yen and declines. */
    @BeforeEach
    void pay() {
        paid = new PaidClaims(directory, 6).settle();
        paid.declines(2, "22");
    }

    @AfterEach
    void close() {
        paid.close();
    }

    @Test
    void partPaymentsAddUpAndTheLastClosesTheCase() {
        assertThat(paid.paidBack(1, 2_000).balance()).isEqualTo(3_000);
        assertThat(refused(() -> paid.paidBack(1, 3_001))).contains("is 3000");
        assertThat(refused(() -> paid.paidBack(1, 0))).contains("1 or more");
        RecoveryCase closed = paid.paidBack(1, 3_000);
        assertThat(closed.state()).isEqualTo(RecoveryCase.State.CLOSED);
        assertThat(closed.paid()).isEqualTo(5_000);
        List<RecoveryCase.Entry> entries = paid.recoveries().show(paid.ledger.program, 1).entries();
        assertThat(entries)
                .extracting(RecoveryCase.Entry::kind, RecoveryCase.Entry::amount)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("PAID", 2_000L),
                        org.assertj.core.api.Assertions.tuple("PAID", 3_000L));
        assertThat(entries).allMatch(e -> e.person().equals("finance"));
        paid.verified();
    }

    @Test
    void whatWasGotBackIsTakenOffTheSubsidy() {
        String subsidy =
                "SELECT sum(settled) || ' ' || sum(recovered) FROM subsidy WHERE rail = 'CASH'";
        String before = one(subsidy);
        assertThat(before).endsWith(" 0");
        paid.paidBack(1, 2_000);
        assertThat(one(subsidy)).isEqualTo(before.replace(" 0", " 2000"));
        paid.returned(2);
        assertThat(one(subsidy)).endsWith(" 0");
        // What the resident had paid back of money that the bank returned as well is given back.
        assertThat(paid.ofCase(1).state()).isEqualTo(RecoveryCase.State.REFUND_DUE);
        assertThat(paid.ofCase(1).balance()).isEqualTo(-2_000);
        paid.verified();
    }

    @Test
    void theDailyCloseTellsWhatIsToComeBack() {
        DayClose close = paid.ledger.get(DayClose.class);
        paid.paidBack(1, 2_000);
        assertThat(
                        close.close(paid.ledger.program, Optional.of(Ledger.TODAY), "finance")
                                .recoveries())
                .containsExactly(new DaySheet.Recovery(Rail.CASH, 0, 5_000, 2_000, 0, 0, 3_000));
        assertThat(refused(() -> paid.paidBack(1, 1_000))).contains("closed");
        LocalDate next = Ledger.TODAY.plusDays(1);
        paid.ledger.on(next);
        paid.paidBack(1, 1_000);
        assertThat(close.close(paid.ledger.program, Optional.of(next), "finance").recoveries())
                .containsExactly(new DaySheet.Recovery(Rail.CASH, 3_000, 0, 1_000, 0, 0, 2_000));
        paid.verified();
    }

    @Test
    void aCaseEndsWithoutMoneyByTwoPeopleOnly() {
        int request = paid.ask(1, Recoveries.Kind.WRITTEN_OFF);
        assertThat(paid.ofCase(1).balance()).isEqualTo(5_000);
        assertThat(
                        refused(() ->
                                paid.recoveries().confirm(paid.ledger.program, request, "finance")))
                .contains("approver");
        int other =
                paid.recoveries()
                        .ask(
                                paid.ledger.program,
                                1,
                                Recoveries.Kind.WRITTEN_OFF,
                                Optional.of(4_000L),
                                "cannot pay",
                                "minutes 3",
                                "allround");
        assertThat(refused(() -> paid.recoveries().confirm(paid.ledger.program, other, "allround")))
                .contains("another person");
        // A newer request takes the place of the older.
        assertThat(
                        refused(() ->
                                paid.recoveries()
                                        .confirm(paid.ledger.program, request, "approver")))
                .contains("does not wait");
        assertThat(paid.recoveries().confirm(paid.ledger.program, other, "approver").balance())
                .isEqualTo(1_000);
        assertThat(refused(() -> paid.recoveries().confirm(paid.ledger.program, other, "approver")))
                .contains("does not wait");
        assertThat(paid.paidBack(1, 1_000).state()).isEqualTo(RecoveryCase.State.CLOSED);
        paid.verified();
    }

    @Test
    void aRequestThatHasNoRoomAnyMoreIsNotDone() {
        int request = paid.ask(1, Recoveries.Kind.WRITTEN_OFF);
        paid.paidBack(1, 1);
        assertThat(
                        refused(() ->
                                paid.recoveries()
                                        .confirm(paid.ledger.program, request, "approver")))
                .contains("4999");
        assertThat(refused(() -> paid.ask(1, Recoveries.Kind.REFUNDED))).contains("4999");
    }

    @Test
    void entriesCarryEvidenceAndADayThatIsNotAhead() {
        assertThat(
                        refused(() ->
                                paid.recoveries()
                                        .paid(
                                                paid.ledger.program,
                                                1,
                                                1,
                                                Ledger.TODAY,
                                                " ",
                                                "finance")))
                .contains("evidence");
        assertThat(
                        refused(() ->
                                paid.recoveries()
                                        .paid(
                                                paid.ledger.program,
                                                1,
                                                1,
                                                Ledger.TODAY.plusDays(1),
                                                "receipt",
                                                "finance")))
                .contains("later than today");
        assertThat(refused(() -> paid.recoveries().show(paid.ledger.program, 9))).contains("9");
    }

    @Test
    void everyMovementIsAPostingAndInTheAuditTrail() {
        paid.paidBack(1, 2_000);
        paid.recoveries()
                .confirm(paid.ledger.program, paid.ask(1, Recoveries.Kind.WITHDRAWN), "approver");
        assertThat(
                        paid.ledger
                                .jdbc()
                                .sql(
                                        "SELECT g.act || ' ' || g.person FROM posting g WHERE g.cause LIKE 'recovery%'"
                                                + " ORDER BY posting_id")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "RECOVERY_PAID finance", "RECOVERY_ASKED finance", "WITHDRAWN approver");
        assertThat(
                        paid.ledger.count(
                                "audit_event WHERE act LIKE 'recoveries.%' OR act = 'corrections.add'"))
                .isEqualTo(4);
        assertThat(paid.ledger.count("audit_event WHERE act = 'facts' AND object LIKE 'recovery%'"))
                .isEqualTo(4);
    }

    @Test
    void theApplicationWritesNoRowOfTheLedgerByHand() {
        for (String statement :
                List.of(
                        "INSERT INTO recovery_entry (case_no, kind, amount, dated, evidence, person, posting_id)"
                                + " VALUES (1, 'PAID', 1, current_date, 'x', 'x', 1)",
                        "UPDATE recovery_case SET amount = 1",
                        "DELETE FROM recovery_case",
                        "UPDATE correction SET difference = 0",
                        "SELECT hold_case(1)")) {
            assertThatThrownBy(() -> paid.ledger.jdbc().sql(statement).query(row -> {}))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private String one(String sql) {
        return paid.ledger.jdbc().sql(sql).query(String.class).single();
    }
}
