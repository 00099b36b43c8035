package jp.kyufu.matching;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a city says about matching.
 *
 * @param model file of a model of its own; null: the one that comes with Kyufu
 */
@ConfigurationProperties("kyufu.matching")
public record MatchingSettings(@Nullable Path model) {}
