package jp.kyufu.dispatch;

import static jp.kyufu.dispatch.Desk.RELEASER;
import static jp.kyufu.dispatch.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time passes between build and release: the bank's calendar is asked at every step. */
class ScheduleTest {

    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void build() {
        desk = new Desk(directory, 100).households(1, 4);
        desk.build();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void hikone2025AnApprovedFileThatNobodySendsIsAnAlarmAndThenInfeasible() {
        assertThat(desk.alarms()).isEmpty();
        desk.submit(1);
        desk.approve(1);
        Alarm alarm = desk.alarms().getFirst();
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.NOT_RELEASED);
        assertThat(alarm.late()).isFalse();
        // The bank wants a file two business days ahead: the day ends without it.
        assertThat(alarm.deadline()).contains(LocalDateTime.of(2026, 6, 1, 23, 59));
        desk.ledger.at(LocalDateTime.of(2026, 6, 2, 9, 0));
        assertThat(desk.alarms().getFirst().late()).isTrue();
        assertThat(refused(() -> desk.release(1))).contains("withdraw 1").contains("2026-06-04");
        assertThat(desk.state(1)).isEqualTo(FileState.APPROVED);
        desk.ledger.get(FileActs.class).withdraw(List.of(1), "too late", RELEASER);
        List<DispatchFile> fresh = desk.build();
        assertThat(fresh.getFirst().payDate()).contains(LocalDate.of(2026, 6, 4));
        desk.submit(2);
        desk.approve(2);
        desk.release(2);
        assertThat(desk.alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.NOT_SENT);
        desk.sent(2);
        assertThat(desk.alarms()).isEmpty();
        desk.verified();
    }

    @Test
    void kawasaki2020HalfAnHourAfterTheCutOffNothingIsSubmittedApprovedOrReleased() {
        LocalDateTime inTime = Ledger.TODAY.atTime(9, 0);
        LocalDateTime late = LocalDateTime.of(2026, 6, 2, 12, 30);
        desk.ledger.at(late);
        assertThat(refused(() -> desk.submit(1))).contains("cannot be paid on 2026-06-03");
        desk.ledger.at(inTime);
        desk.submit(1);
        desk.ledger.at(late);
        assertThat(refused(() -> desk.approve(1))).contains("cannot be paid on 2026-06-03");
        desk.ledger.at(inTime);
        desk.approve(1);
        desk.ledger.at(late);
        assertThat(refused(() -> desk.release(1))).contains("cannot be paid on 2026-06-03");
        desk.ledger.at(inTime);
        desk.release(1);
        desk.verified();
    }

    /** Whatever the program does: a pay date that has passed is refused by the database. */
    @Test
    void aPayDateThatHasPassedIsRefusedByTheDatabase() {
        desk.submit(1);
        for (String day : List.of("2026-06-03", "2026-06-04")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() ->
                                    desk.ledger
                                            .jdbc()
                                            .sql(
                                                    "SELECT move_files('{1}', 'APPROVED', '"
                                                            + day
                                                            + "', 'approver', '')::text")
                                            .query(String.class)
                                            .optional()))
                    .hasMessageContaining("was to be paid on 2026-06-03");
        }
    }
}
