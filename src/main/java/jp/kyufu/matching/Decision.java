package jp.kyufu.matching;

import java.util.List;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of an application in memory.
 *
 * @param method how its resident was found; null where it is open
 * @param resident whose it is, packed ({@link PackedNumber}); {@link #NOBODY} where it is open
 * @param household of the resident, packed
 * @param code why it is open; null where it is matched
 * @param candidates whom a person should look at, best first, by resident number
 * @param score how the best candidate agrees; null where keys alone decided
 */
public record Decision(
        long id,
        @Nullable MatchMethod method,
        long resident,
        long household,
        @Nullable ReasonCode code,
        List<String> candidates,
        @Nullable Score score) {

    static final long NOBODY = 0;

    /** 宛名番号 as written; null where it is open. */
    public @Nullable String residentNo() {
        return resident == NOBODY ? null : PackedNumber.text(resident);
    }

    /** 世帯番号 as written; null where it is open. */
    public @Nullable String householdNo() {
        return household == NOBODY ? null : PackedNumber.text(household);
    }

    /** How the best candidate agrees; null where keys alone decided. */
    public @Nullable Pattern pattern() {
        return score == null ? null : score.pattern();
    }
}
