package jp.kyufu.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as a whole: which extracts came in, and how many people it has. */
@Component
public class RegisterLists {

    private final RegisterListStore store;
    private @Nullable Counted counted;

    RegisterLists(RegisterListStore store) {
        this.store = store;
    }

    /**
     * An extract.
     *
     * @param completedAt null: not read to its end
     */
    public record Snapshot(
            int snapshotId,
            LocalDate asOf,
            @Nullable OffsetDateTime completedAt,
            String file,
            String by,
            long accepted,
            long rejected) {}

    /**
     * The register today.
     *
     * @param residents all who were ever named
     * @param households in which somebody is left
     * @param gone who died, moved out or were struck off
     * @param foreigners who are still there
     */
    public record Standing(long residents, long households, long gone, long foreigners) {}

    private record Counted(List<Snapshot> of, Standing standing) {}

    /** Extracts, the newest first. */
    public List<Snapshot> snapshots() {
        return store.snapshots();
    }

    /** The figures; counted anew only when an extract has come in. Empty before the first. */
    public synchronized Optional<Standing> standing() {
        List<Snapshot> complete =
                store.snapshots().stream().filter(one -> one.completedAt() != null).toList();
        if (complete.isEmpty()) {
            return Optional.empty();
        }
        Counted last = counted;
        if (last == null || !last.of().equals(complete)) {
            last = new Counted(complete, store.standing());
            counted = last;
        }
        return Optional.of(last.standing());
    }
}
