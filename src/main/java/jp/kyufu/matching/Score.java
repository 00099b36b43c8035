package jp.kyufu.matching;

import org.jspecify.annotations.Nullable;

/**
 * Why scoring decided as it did.
 *
 * @param pattern how the best candidate agrees
 * @param weight of the best candidate, in bits
 * @param gap to the next that could be meant; null where there is none
 */
public record Score(Pattern pattern, double weight, @Nullable Double gap) {}
