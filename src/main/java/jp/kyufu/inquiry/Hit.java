package jp.kyufu.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One case that a search has found, masked: enough to choose it, not enough to read out. Of a case
 * that the office alone answers, nothing but the key.
 *
 * @param name as the register or the form has it; empty where the office answers
 * @param birthYear the year alone, as its first day; null where nobody knows
 * @param town without numbers; empty where none is registered
 * @param situation of the application that stands, or of the household
 */
public record Hit(
        CaseKey key,
        String name,
        String kana,
        @Nullable LocalDate birthYear,
        String town,
        Situation situation) {}
