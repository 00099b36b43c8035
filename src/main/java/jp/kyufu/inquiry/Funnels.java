package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.Duration;
import jp.kyufu.flow.Counted;
import jp.kyufu.program.Program;
import org.springframework.stereotype.Component;

/** The figures of a program, counted when something changed and not for each who looks. */
@Component
public class Funnels {

    /** Every change of them is in the version; this is for what nobody thought of. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final FunnelStore store;
    private final Counted.Kept<Funnel> kept;

    Funnels(FunnelStore store, Clock clock) {
        this.store = store;
        this.kept = new Counted.Kept<>(clock, LONGEST);
    }

    /**
     * The figures and when they were counted, rather old than after a long wait; only who comes
     * before they were ever counted waits.
     */
    public Counted<Funnel> counted(Program program) {
        return kept.soon(program.id(), store.version(program.id()), () -> count(program))
                .orElseGet(() -> now(program));
    }

    /** The figures as they are now, for people who act on them. */
    public Funnel of(Program program) {
        return now(program).value();
    }

    private Counted<Funnel> now(Program program) {
        return kept.of(program.id(), store.version(program.id()), () -> count(program));
    }

    private Funnel count(Program program) {
        return store.count(program.id());
    }
}
