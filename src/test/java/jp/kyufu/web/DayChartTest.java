package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 16);

    @Test
    void aDayOnWhichNothingCameIsAGapBetweenBars() {
        DayChart chart = DayChart.of(new TreeMap<>(Map.of(FIRST, 5L, FIRST.plusDays(2), 10L)));
        assertThat(chart.bars()).extracting(DayChart.Bar::count).containsExactly(5L, 0L, 10L);
        assertThat(chart.bars()).extracting(DayChart.Bar::height).containsExactly(60, 0, 120);
        assertThat(chart.peak().day()).isEqualTo(FIRST.plusDays(2));
    }

    @Test
    void aSlipOfAYearDoesNotMakeThousandsOfBars() {
        DayChart chart = DayChart.of(new TreeMap<>(Map.of(FIRST.minusYears(99), 1L, FIRST, 2L)));
        assertThat(chart.bars()).hasSize(2);
    }
}
