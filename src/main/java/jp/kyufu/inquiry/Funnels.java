package jp.kyufu.inquiry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyufu.program.Program;
import org.springframework.stereotype.Component;

/** The figures of a program, counted at most once in some seconds however many people look. */
@Component
public class Funnels {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final FunnelStore store;
    private final Map<Short, Counted> counted = new ConcurrentHashMap<>();

    Funnels(FunnelStore store) {
        this.store = store;
    }

    private record Counted(Funnel funnel, long atNanos) {}

    /** The figures as of some seconds ago at most. */
    public Funnel of(Program program) {
        return counted.compute(
                        program.id(),
                        (id, known) ->
                                known != null
                                                && System.nanoTime() - known.atNanos()
                                                        < FRESH.toNanos()
                                        ? known
                                        : new Counted(store.count(id), System.nanoTime()))
                .funnel();
    }
}
