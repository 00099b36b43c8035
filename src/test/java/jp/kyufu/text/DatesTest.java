package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026/4/1, 2026-04-01",
        "2026.4.1, 2026-04-01",
        "20260401, 2026-04-01",
        "２０２６−０４−０１, 2026-04-01",
        "２０２６ー４ー１, 2026-04-01",
        "令和8年4月1日, 2026-04-01",
        "令和　８年　４月　１日, 2026-04-01",
        "R8.4.1, 2026-04-01",
        "r08/04/01, 2026-04-01",
        "Ｒ８．４．１, 2026-04-01",
        "R080401, 2026-04-01",
        "㋿8年4月1日, 2026-04-01",
        "令和元年5月1日, 2019-05-01",
        "R元.5.1, 2019-05-01",
        "S63/1/9, 1988-01-09",
        "S63-1-9, 1988-01-09",
        "S63.1.9, 1988-01-09",
        "S.63.1.9, 1988-01-09",
        "S63・1・9, 1988-01-09",
        "昭63.1.9, 1988-01-09",
        "㍼63年1月9日, 1988-01-09",
        "昭和元年12月25日, 1926-12-25",
        "昭和64年1月7日, 1989-01-07",
        "1988年1月9日, 1988-01-09",
        "昭和六十三年一月九日, 1988-01-09",
        "昭和六三年一月九日, 1988-01-09",
        "一九八八年十二月三十一日, 1988-12-31",
        "二〇二六年四月一日, 2026-04-01",
        "平成元年1月8日, 1989-01-08",
        "H31.4.30, 2019-04-30",
        "平31/4/30, 2019-04-30",
        "大正元年7月30日, 1912-07-30",
        "T15.12.24, 1926-12-24",
        "明治45年7月29日, 1912-07-29",
        "M40.1.1, 1907-01-01",
        "S63.2.29, 1988-02-29",
    })
    void everyFormOfADateIsRead(String written, LocalDate date) {
        assertThat(Dates.read(written)).isEqualTo(new DateReading.Read(date, false));
    }

    @ParameterizedTest
    @CsvSource({
        "平成31年5月1日, 2019-05-01",
        "H32.1.1, 2020-01-01",
        "昭和64年1月8日, 1989-01-08",
        "S100.4.1, 2025-04-01",
        "大正15年12月25日, 1926-12-25",
    })
    void aDatePastTheEndOfItsEraIsReadAndFlagged(String written, LocalDate date) {
        assertThat(Dates.read(written)).isEqualTo(new DateReading.Read(date, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "平成元年1月7日",
                "令和元年4月30日",
                "昭和元年12月24日",
                "2026-02-30",
                "2025-02-29",
                "20260230",
                "202604",
                "2026-04",
                "63/1/9",
                "26.4.1",
                "88年1月9日",
                "S63",
                "S0.1.9",
                "元年1月9日",
                "2026-13-01",
                "2026/4-1",
                "2026年4月1",
                "2026 4 1",
                "2026-04-01 ほか",
                "2026-04-011",
                "99999999999999999999",
                "0000-00-00",
                "昭和",
                "X63.1.9",
                "六十三年一月九日",
                "昭和十百年一月一日",
                "１２月３日",
            })
    void whatIsNoDateIsUnreadableAndNeverGuessed(String written) {
        assertThat(Dates.read(written)).isEqualTo(new DateReading.Unreadable(written));
    }

    @Test
    void anUnknownDateIsNotAnEmptyOne() {
        assertThat(Dates.read("不詳")).isEqualTo(new DateReading.Unknown());
        assertThat(Dates.read("昭和20年月日不詳")).isEqualTo(new DateReading.Unknown());
        assertThat(Dates.read("")).isEqualTo(new DateReading.Empty());
        assertThat(Dates.read(" 　\t")).isEqualTo(new DateReading.Empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01 09:30:15, 2026-04-01T09:30:15",
        "2026/04/01 09:30:15, 2026-04-01T09:30:15",
        "2026/4/1 9:30, 2026-04-01T09:30",
        "2026-04-01T09:30:15, 2026-04-01T09:30:15",
        "2026-04-01　０９：３０, 2026-04-01T09:30",
        "2026-04-01, 2026-04-01T00:00",
        "R8.4.1, 2026-04-01T00:00",
        "令和8年4月1日 23:59:59, 2026-04-01T23:59:59",
        "20260401, 2026-04-01T00:00",
    })
    void whenSomethingWasReceivedIsRead(String written, LocalDateTime received) {
        assertThat(Dates.readReceived(written)).contains(new Dates.Received(received, false));
    }

    @Test
    void aDayOfReceiptPastItsEraIsFlagged() {
        LocalDateTime received = LocalDateTime.of(2026, 4, 2, 9, 30);
        assertThat(Dates.readReceived("平成38年4月2日 9:30"))
                .contains(new Dates.Received(received, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09:30",
                "T09:30",
                "2026-04-01 24:00",
                "2026-04-01 9:5",
                "2026-04-01 09:60",
                "2026-04-01 09:30:",
                "2026-04-01 09:30:15.5",
                "2026-04-01 09",
                "2026-04-31 09:30",
                "不詳 09:30",
                ":::",
            })
    void aReceivedTimeThatCannotBeReadIsEmpty(String written) {
        assertThat(Dates.readReceived(written)).isEmpty();
    }

    @Test
    void readingNeverThrows() {
        AnyText any = AnyText.seeded();
        for (int i = 0; i < 200_000; i++) {
            String text = any.next();
            assertThat(Dates.read(text)).isNotNull();
            assertThat(Dates.readReceived(text)).isNotNull();
        }
    }
}
