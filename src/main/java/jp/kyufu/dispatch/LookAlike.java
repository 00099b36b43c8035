package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import jp.kyufu.value.FileState;

/**
 * Another file with the count and the sum of this one: equal figures prove nothing (垂水 2024).
 *
 * @param releasedOn the day in Japan
 */
public record LookAlike(
        int fileNo,
        int other,
        String name,
        FileState state,
        Optional<LocalDate> payDate,
        LocalDate builtOn,
        Optional<LocalDate> releasedOn) {}
