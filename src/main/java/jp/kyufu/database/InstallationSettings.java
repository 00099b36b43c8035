package jp.kyufu.database;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a start says about its installation.
 *
 * @param data directory of everything this installation keeps
 * @param keys directory of the key files; below {@code data} unless said otherwise
 * @param training whether the data is, or shall become, a place to practise
 * @param today the day to act on, for training only; the clock's day unless said otherwise
 * @param time the time of day on it, in Japan; 9:00 unless said otherwise, when the office is open
 */
@ConfigurationProperties("kyufu")
public record InstallationSettings(
        @DefaultValue(".kyufu") Path data,
        @Nullable Path keys,
        @DefaultValue("false") boolean training,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate today,
        @DefaultValue("09:00") LocalTime time) {

    /** Where the key files are. */
    public Path keyDirectory() {
        return keys == null ? data.resolve("keys") : keys;
    }
}
