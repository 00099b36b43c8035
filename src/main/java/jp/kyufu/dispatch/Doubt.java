package jp.kyufu.dispatch;

import java.time.LocalDate;
import jp.kyufu.value.FileState;

/**
 * One step of a file into doubt or out of it.
 *
 * @param document what showed it; of a step into doubt: why
 * @param toldBy whose word it was
 * @param dated of when
 * @param person who recorded it, on {@code recordedOn}
 */
public record Doubt(
        FileState from,
        FileState to,
        String document,
        String toldBy,
        LocalDate dated,
        String person,
        LocalDate recordedOn) {}
