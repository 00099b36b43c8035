package jp.kyufu.matching;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys of the register as it is known now, kept between looks at single cases: reading a city
 * takes a second, asking whether it is still the same a millisecond. Given up when memory is short.
 */
@Component
final class KnownRegister {

    private record Known(String version, LocalDate referenceDate, RegisterKeys keys) {}

    private final MatchStore store;
    private SoftReference<@Nullable Known> known = new SoftReference<>(null);

    KnownRegister(DataSource source) {
        this.store = new MatchStore(source);
    }

    /** Needs a transaction. Who left is seen from the reference date. */
    synchronized RegisterKeys on(LocalDate referenceDate) {
        String version = store.registerVersion();
        Known last = known.get();
        if (last != null
                && last.version().equals(version)
                && last.referenceDate().equals(referenceDate)) {
            return last.keys();
        }
        RegisterKeys keys = store.register(referenceDate);
        known = new SoftReference<>(new Known(version, referenceDate, keys));
        return keys;
    }
}
