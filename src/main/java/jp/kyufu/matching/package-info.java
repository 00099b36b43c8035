/**
 * Whose application is it. Input: received applications, the current register, people's decisions
 * and a model. Output: {@code match}, {@code match_evidence}; owns {@code match_decision} too. A
 * chain of small steps, the first that speaks decides: a person's decision ({@link
 * jp.kyufu.matching.Words}), the number printed on the notice confirmed by the person ({@link
 * jp.kyufu.matching.NumberConfirmation}), numbered exact passes ({@link
 * jp.kyufu.matching.ExactPasses}), and for what these leave {@link jp.kyufu.matching.Blocking} and
 * {@link jp.kyufu.matching.Scoring}. What is left is in nobody's name. {@link
 * jp.kyufu.matching.Linkage} is the same in memory, without a database.
 *
 * <p>Invariants: a doubt is held, never matched; an outcome depends on application, register,
 * decisions and model alone, so a second run changes nothing; an application whose payment has
 * reached a file keeps its resident; a run never changes the model.
 *
 * <p>Speed: nearly all applications are settled by the printed number, so the register is indexed
 * by that alone ({@link jp.kyufu.matching.Households}). What the others seek is collected, and
 * found for all of them as the register goes by ({@link jp.kyufu.matching.RegisterPass}).
 *
 * <p>Memory: 80 bytes per resident (numbers 16, keys 56, birth date 8), 16 at most per run of
 * residents of one household; while it loads, once more the 80; 80 bytes per application that
 * waits. Texts are held for 10,000 applications at a time that their keys do not decide, and for
 * their candidates; {@code Linkage} keeps the texts that it is given, packed. Keys are 64-bit
 * hashes: whatever compares them asks for the birth date or the household besides, so that among 10
 * million residents and 5 million applications a false equality is expected once in a billion runs.
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
