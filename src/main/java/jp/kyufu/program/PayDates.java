package jp.kyufu.program;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Refusal;

/**
 * Which day a transfer file can still be paid on. A schedule that a bank would not keep is refused
 * when it is entered, not found out in the evening.
 */
public final class PayDates {

    /** A Monday with a fortnight of ordinary days after it. */
    private static final LocalDate ORDINARY_DAY = LocalDate.of(2026, Month.JUNE, 1);

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

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

    /**
     * Whether anything can be paid under a profile at all: whether a file handed over on the
     * morning of a business day has a pay date. A schedule that fails here would fail every
     * evening.
     */
    static boolean isFeasible(BankProfile profile) {
        LocalDateTime morning = ORDINARY_DAY.atTime(OFFICE_OPENS);
        return !firstInTime(morning, profile).isAfter(last(morning, profile));
    }

    /**
     * The last moment at which a file for this pay date can be handed over: the cut-off or, where
     * the bank wants it more days ahead, the end of the last such day.
     */
    public static LocalDateTime lastHandOver(LocalDate payDate, BankProfile profile) {
        LocalDate day = payDate;
        for (int ahead = 0; ahead < profile.earliestDays(); ahead++) {
            day = BusinessCalendar.businessDayBefore(day);
        }
        LocalDateTime end =
                BusinessCalendar.plusBusinessDays(day, 1).atStartOfDay().minusMinutes(1);
        LocalDateTime cutOff = cutOff(payDate, profile);
        return end.isBefore(cutOff) ? end : cutOff;
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
