/**
 * Whose application is it. Input: received applications, the current register and people's
 * decisions. Output: {@code match}, {@code match_evidence}; owns {@code match_decision} too. A
 * chain of small steps, the first that speaks decides: a person's decision, the number printed on
 * the notice confirmed by the person ({@link jp.kyufu.matching.NumberConfirmation}), numbered exact
 * passes ({@link jp.kyufu.matching.ExactPasses}). What is left is in nobody's name.
 *
 * <p>Invariants: a doubt is held, never matched; an outcome depends on application, register and
 * decisions alone, so a second run changes nothing; an application whose payment has reached a file
 * keeps its resident.
 *
 * <p>Memory: 88 bytes per resident (numbers 16, keys 32, birth date 4, three chained indexes of 12)
 * and, while it loads, once more its longest array; 72 bytes per application that waits. Keys are
 * 64-bit hashes: whatever compares them asks for the birth date or the household besides, so that
 * among 10 million residents and 5 million applications a false equality is expected once in a
 * billion runs.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "text",
            "database",
            "flow",
            "vault",
            "audit",
            "access",
            "program",
            "intake"
        })
package jp.kyufu.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
