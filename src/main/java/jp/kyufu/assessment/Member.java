package jp.kyufu.assessment;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A person of a household as the register and the entitlements know him or her.
 *
 * @param leftOn day on which the person died, moved out or was removed; null: on the register
 * @param entitled has an entitlement of the program that still holds
 * @param otherNames earlier surname and alias, if the register certifies any
 * @param paidElsewhere why he or she is not entitled: paid in a program beside this one; else null
 */
record Member(
        String residentNo,
        String name,
        String kana,
        @Nullable LocalDate birthDate,
        boolean head,
        @Nullable LocalDate leftOn,
        boolean guarded,
        boolean entitled,
        List<OtherName> otherNames,
        @Nullable ReasonCode paidElsewhere) {

    boolean leftBy(LocalDate day) {
        return leftOn != null && !leftOn.isAfter(day);
    }

    /** Under 18 on that day; someone of unknown age is not. */
    boolean minorOn(LocalDate day) {
        return birthDate != null && birthDate.plusYears(18).isAfter(day);
    }
}
