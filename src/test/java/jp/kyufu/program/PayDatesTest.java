package jp.kyufu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;

class PayDatesTest {

    private static final BankProfile NOON = profile("12:00", 1, 15);

    @Test
    void beforeTheCutOffTheNextBusinessDayCanBePaid() {
        assertThat(PayDates.first(at("2026-04-06T12:00"), NOON)).isEqualTo("2026-04-07");
    }

    @Test
    void afterTheCutOffTheDayIsLost() {
        assertThat(PayDates.first(at("2026-04-06T12:00:01"), NOON)).isEqualTo("2026-04-08");
    }

    @Test
    void onASaturdayTheCutOffForMondayHasPassed() {
        assertThat(PayDates.first(at("2026-04-04T09:00"), NOON)).isEqualTo("2026-04-07");
    }

    @Test
    void acrossGoldenWeekTheCutOffIsBeforeTheHolidays() {
        assertThat(PayDates.first(at("2026-05-01T11:59"), NOON)).isEqualTo("2026-05-07");
        assertThat(PayDates.first(at("2026-05-02T08:00"), NOON)).isEqualTo("2026-05-08");
    }

    @Test
    void aBankThatWantsThreeDaysGetsThem() {
        assertThat(PayDates.first(at("2026-04-06T18:30"), profile("12:00", 3, 15)))
                .isEqualTo("2026-04-09");
    }

    /** 川崎: sent at 18:30 with a cut-off at 18:00, 6,399 households a day late. */
    @Test
    void kawasakiAFileEnteredAfterTheCutOffIsRefusedWithTheNextPossibleDay() {
        BankProfile kawasaki = profile("18:00", 1, 15);
        LocalDate payDate = LocalDate.of(2026, 4, 7);
        assertThatCode(() -> PayDates.check(payDate, at("2026-04-06T17:59"), kawasaki))
                .doesNotThrowAnyException();
        Refusal refusal = refused("2026-04-07", "2026-04-06T18:30", kawasaki);
        assertThat(refusal.key()).isEqualTo("program.payDate.cutOff");
        assertThat(new Words(Locale.ENGLISH).of(refusal))
                .isEqualTo(
                        "The cut-off for the pay date 2026-04-07 (2026-04-06T18:00) has passed."
                                + " The first possible day is 2026-04-08.");
    }

    @Test
    void everyRefusalNamesItsRule() {
        String now = "2026-04-06T10:00";
        assertThat(refused("2026-04-05", now, NOON).key()).isEqualTo("program.payDate.past");
        assertThat(refused("2026-04-29", now, NOON).key()).isEqualTo("program.payDate.closed");
        assertThat(refused("2026-04-28", now, NOON).key()).isEqualTo("program.payDate.horizon");
        assertThat(refused("2026-04-06", now, NOON).key()).isEqualTo("program.payDate.early");
        assertThat(refused("2026-04-07", "2026-04-06T13:00", profile("12:00", 1, 1)).key())
                .isEqualTo("program.payDate.none");
        assertThatCode(() -> PayDates.check(LocalDate.of(2026, 4, 27), at(now), NOON))
                .doesNotThrowAnyException();
    }

    /** A bank that wants a file before noon of the day before and pays no later than today. */
    @Test
    void kawasaki2020AScheduleUnderWhichNothingCouldEverBePaidIsInfeasible() {
        assertThat(PayDates.isFeasible(NOON)).isTrue();
        assertThat(PayDates.isFeasible(profile("12:00", 0, 1))).isTrue();
        assertThat(PayDates.isFeasible(profile("12:00", 0, 0))).isFalse();
        assertThat(PayDates.isFeasible(profile("08:30", 1, 1))).isFalse();
        assertThat(PayDates.isFeasible(profile("08:30", 1, 2))).isTrue();
    }

    @Test
    void aFileMustLeaveByTheCutOffOrByTheLastDayFarEnoughAhead() {
        // 7 April is a Tuesday; 7 May follows Golden Week.
        assertThat(PayDates.lastHandOver(LocalDate.of(2026, 4, 7), NOON))
                .isEqualTo(at("2026-04-06T12:00"));
        assertThat(PayDates.lastHandOver(LocalDate.of(2026, 5, 7), NOON))
                .isEqualTo(at("2026-05-01T12:00"));
        assertThat(PayDates.lastHandOver(LocalDate.of(2026, 4, 9), profile("12:00", 2, 15)))
                .isEqualTo(at("2026-04-07T23:59"));
    }

    private static Refusal refused(String payDate, String now, BankProfile profile) {
        return catchThrowableOfType(
                Refusal.class, () -> PayDates.check(LocalDate.parse(payDate), at(now), profile));
    }

    private static LocalDateTime at(String now) {
        return LocalDateTime.parse(now);
    }

    private static BankProfile profile(String cutOff, int earliest, int latest) {
        return new BankProfile(
                Terminator.CRLF,
                "0000",
                "().-",
                9_999,
                LocalTime.parse(cutOff),
                earliest,
                latest,
                5);
    }
}
