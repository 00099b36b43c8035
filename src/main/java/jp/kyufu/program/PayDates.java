package jp.kyufu.program;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Refusal;

/**
 * Which day a transfer file can still be paid on. A schedule that a bank would not keep is refused
 * when it is entered, not found out in the evening.
 */
public final class PayDates {

    private PayDates() {}

    /**
     * The first day on which a file handed over at {@code now} (Asia/Tokyo) is paid: a business
     * day, at least {@code earliestDays} business days ahead, whose cut-off has not passed.
     *
     * @throws Refusal if that day lies beyond the bank's horizon
     */
    public static LocalDate first(LocalDateTime now, BankProfile profile) {
        LocalDate day = firstInTime(now, profile);
        LocalDate last = last(now, profile);
        if (day.isAfter(last)) {
            throw new Refusal("program.payDate.none", day, last);
        }
        return day;
    }

    /**
     * Checks a pay date that a person has chosen.
     *
     * @throws Refusal naming the rule it breaks and the first feasible day
     */
    public static void check(LocalDate payDate, LocalDateTime now, BankProfile profile) {
        LocalDate first = first(now, profile);
        LocalDate last = last(now, profile);
        if (payDate.isBefore(now.toLocalDate())) {
            throw new Refusal("program.payDate.past", payDate, first);
        }
        if (!BusinessCalendar.isBusinessDay(payDate)) {
            throw new Refusal("program.payDate.closed", payDate, first);
        }
        if (payDate.isAfter(last)) {
            throw new Refusal("program.payDate.horizon", payDate, first, last);
        }
        if (payDate.isBefore(earliest(now, profile))) {
            throw new Refusal("program.payDate.early", payDate, first, profile.earliestDays());
        }
        if (payDate.isBefore(first)) {
            throw new Refusal("program.payDate.cutOff", payDate, first, cutOff(payDate, profile));
        }
    }

    /** The last moment at which the bank takes a file for this pay date. */
    public static LocalDateTime cutOff(LocalDate payDate, BankProfile profile) {
        return BusinessCalendar.businessDayBefore(payDate).atTime(profile.cutOff());
    }

    private static LocalDate firstInTime(LocalDateTime now, BankProfile profile) {
        LocalDate day = earliest(now, profile);
        while (!BusinessCalendar.isBusinessDay(day) || now.isAfter(cutOff(day, profile))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate earliest(LocalDateTime now, BankProfile profile) {
        return BusinessCalendar.plusBusinessDays(now.toLocalDate(), profile.earliestDays());
    }

    private static LocalDate last(LocalDateTime now, BankProfile profile) {
        return BusinessCalendar.plusBusinessDays(now.toLocalDate(), profile.latestDays());
    }
}
