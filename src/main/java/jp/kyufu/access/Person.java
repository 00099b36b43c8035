package jp.kyufu.access;

import java.time.LocalDate;
import java.util.Set;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may act.
 *
 * @param endsOn the last day on which the person may act; null if there is no end
 */
public record Person(String id, Set<Role> roles, @Nullable LocalDate endsOn) {

    /** Whether the last day is over. */
    public boolean hasEnded(LocalDate today) {
        return endsOn != null && today.isAfter(endsOn);
    }
}
