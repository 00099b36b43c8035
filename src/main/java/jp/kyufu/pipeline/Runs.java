package jp.kyufu.pipeline;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log of jobs: what ran, for whom, how it ended. */
@Component
public class Runs {

    private final RunStore store;

    Runs(RunStore store) {
        this.store = store;
    }

    /**
     * One run.
     *
     * @param status of Spring Batch: COMPLETED, FAILED, STARTED (at work, or its process was
     *     killed), ABANDONED
     * @param startedAt in Japan, as is {@code endedAt}
     * @param about file and program
     * @param steps with the seconds each took
     */
    public record Run(
            long runNo,
            String job,
            String status,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String about,
            @Nullable String person,
            @Nullable String steps) {}

    /** Runs below a number, the newest first. */
    public List<Run> list(long before, int limit) {
        return store.runs(before, limit);
    }
}
