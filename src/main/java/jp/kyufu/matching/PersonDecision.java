package jp.kyufu.matching;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an application: this resident's, or nobody's.
 *
 * @param residentNo null: nobody in the register
 * @param householdNo the resident's, as the register knows it today
 */
record PersonDecision(@Nullable String residentNo, @Nullable String householdNo) {}
