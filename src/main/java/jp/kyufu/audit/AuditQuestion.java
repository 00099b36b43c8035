package jp.kyufu.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the trail; null where it does not matter.
 *
 * @param object a part of its text
 * @param day in Japan
 */
public record AuditQuestion(
        @Nullable String person,
        @Nullable String act,
        @Nullable String object,
        @Nullable LocalDate day) {}
