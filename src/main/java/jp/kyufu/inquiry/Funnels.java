package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.Duration;
import jp.kyufu.flow.Counted;
import jp.kyufu.program.Program;
import org.springframework.stereotype.Component;

/**
 * The figures of a program, counted when something changed and not for each who looks. Nobody waits
 * long for them: who comes while they are counted anew is given those before.
 */
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

    /** The figures, and when they were counted. */
    public Counted<Funnel> counted(Program program) {
        String version = store.version(program.id());
        return kept.soon(program.id(), version, () -> store.count(program.id()))
                .orElseGet(() -> kept.of(program.id(), version, () -> store.count(program.id())));
    }

    public Funnel of(Program program) {
        return counted(program).value();
    }
}
