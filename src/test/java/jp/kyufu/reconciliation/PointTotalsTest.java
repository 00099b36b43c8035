package jp.kyufu.reconciliation;

import static jp.kyufu.reconciliation.BankCounter.NEXT_DAY;
import static jp.kyufu.reconciliation.BankCounter.PAY_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointTotalsTest {

    @TempDir Path directory;
    private BankCounter provider;

    /** Households 5 (a wallet, 18,000 points) and 10 (a code, 12,000) are sent and answered. */
    @BeforeEach
    void send() {
        provider = new BankCounter(directory, 100).send(1, 12);
        provider.ledger.on(NEXT_DAY);
        provider.points("5,0,2026-06-03 10:00:00,18000\n10,3,2026-06-04 10:00:00,12000\n");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void totalsThatAgreeLeaveNothingToExplain() {
        PointTotalSummary summary =
                provider.totals("test-2026,2026-06-03,1,18000,0,0\ntest-2026,2026/6/4,0,0,0,1\n");
        assertThat(summary.days()).isEqualTo(2);
        assertThat(summary.differing()).isEmpty();
        assertThat(differences()).isZero();
    }

    @Test
    void everyFigureOfADayIsCompared() {
        for (String wrong :
                new String[] {"2,18000,0,0", "1,18001,0,0", "1,18000,1,0", "1,18000,0,1"}) {
            assertThat(provider.totals("test-2026,2026-06-03," + wrong + "\n").differing())
                    .hasSize(1);
        }
        // The newest totals of a day count.
        assertThat(provider.totals("test-2026,2026-06-03,1,18000,0,0\n").differing()).isEmpty();
    }

    @Test
    void aDayWithGrantsOfWhichNoTotalsTellIsADifference() {
        assertThat(provider.totals("test-2026,2026-06-04,0,0,0,1\n").differing())
                .containsExactly("2026-06-03 - <> 1/18000/0/0");
    }

    @Test
    void anAnswerRepeatedCountsOnce() {
        provider.points("5,0,2026-06-03 10:00:00,18000\n");
        provider.points("5,0,2026-06-03 10:00:00,18000\n5,0,2026-06-03 11:00:00,18000\n");
        assertThat(provider.totals("test-2026,2026-06-03,1,18000,0,0\n").differing()).isEmpty();
    }

    @Test
    void aReasonHoldsForTheFiguresItWasGivenFor() {
        provider.totals("test-2026,2026-06-03,2,18000,0,0\n");
        String ref =
                provider.unexplained().stream()
                        .filter(u -> u.kind().equals("POINT_TOTAL"))
                        .findFirst()
                        .orElseThrow()
                        .ref();
        provider.explain("POINT_TOTAL", ref);
        assertThat(differences()).isZero();
        provider.totals("test-2026,2026-06-03,3,18000,0,0\n");
        assertThat(differences()).isEqualTo(1);
    }

    @Test
    void aFileWithARowThatCannotBeRightIsRefusedWholeAndEachIsNamed() {
        Refusal refused =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                provider.totals(
                                        """
                                        other,2026-06-03,1,18000,0,0
                                        test-2026,2026-06-05,1,1,0,0
                                        test-2026,2026-06-03,-1,1,0,0
                                        test-2026,2026-06-03,1,1,0,0
                                        test-2026,2026-06-03,1,1,0,0
                                        """));
        assertThat(refused.details())
                .extracting(d -> d.location().replaceFirst(".*?:", ""))
                .containsExactly("2:事業コード", "3:日付", "4:付与件数", "6:日付");
        assertThat(Ledger.words(refused)).contains("test-2026");
        assertThat(provider.ledger.count("point_total")).isZero();
        assertThat(provider.problems()).isEmpty();
    }

    private long differences() {
        return provider.unexplained().stream()
                .filter(u -> u.kind().equals("POINT_TOTAL") && !u.day().isBefore(PAY_DAY))
                .count();
    }
}
