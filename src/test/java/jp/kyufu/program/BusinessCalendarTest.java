package jp.kyufu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    /** As published by the Cabinet Office (国民の祝日について, syukujitsu.csv). */
    private static final List<LocalDate> PUBLISHED_2026 =
            days(
                    2026,
                    "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11"
                            + " 09-21 09-22 09-23 10-12 11-03 11-23");

    private static final List<LocalDate> PUBLISHED_2025 =
            days(
                    2025,
                    "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21"
                            + " 08-11 09-15 09-23 10-13 11-03 11-23 11-24");

    private static final List<LocalDate> PUBLISHED_2024 =
            days(
                    2024,
                    "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15"
                            + " 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23");

    private static final List<LocalDate> PUBLISHED_2027 =
            days(
                    2027,
                    "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11"
                            + " 09-20 09-23 10-11 11-03 11-23");

    @Test
    void holidaysAreThoseTheCabinetOfficePublished() {
        assertThat(NationalHolidays.of(2024)).containsExactlyElementsOf(PUBLISHED_2024);
        assertThat(NationalHolidays.of(2025)).containsExactlyElementsOf(PUBLISHED_2025);
        assertThat(NationalHolidays.of(2026)).containsExactlyElementsOf(PUBLISHED_2026);
        assertThat(NationalHolidays.of(2027)).containsExactlyElementsOf(PUBLISHED_2027);
    }

    @Test
    void aHolidayOnASundayClosesTheNextDayThatIsNoHoliday() {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 5, 6))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 5, 7))).isTrue();
    }

    @Test
    void aDayBetweenTwoHolidaysIsClosed() {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 9, 22))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2032, 9, 21))).isFalse();
    }

    @Test
    void banksCloseFromNewYearsEveToTheThirdOfJanuary() {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 12, 30))).isTrue();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2025, 1, 2))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2025, 1, 3))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @Test
    void theEmperorsBirthdayIsInFebruary() {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 2, 23))).isFalse();
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 12, 23))).isTrue();
    }

    @Test
    void businessDaysAreCountedAcrossGoldenWeek() {
        LocalDate thursday = LocalDate.of(2026, 4, 30);
        assertThat(BusinessCalendar.plusBusinessDays(thursday, 0)).isEqualTo(thursday);
        assertThat(BusinessCalendar.plusBusinessDays(thursday, 1)).isEqualTo("2026-05-01");
        assertThat(BusinessCalendar.plusBusinessDays(thursday, 2)).isEqualTo("2026-05-07");
        assertThat(BusinessCalendar.businessDayBefore(LocalDate.of(2026, 5, 7)))
                .isEqualTo("2026-05-01");
    }

    @Test
    void aYearWithoutACalendarIsNotGuessed() {
        assertThatThrownBy(() -> BusinessCalendar.isBusinessDay(LocalDate.of(2021, 7, 22)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<LocalDate> days(int year, String monthDays) {
        return Arrays.stream(monthDays.split(" "))
                .map(monthDay -> LocalDate.parse(year + "-" + monthDay))
                .toList();
    }
}
