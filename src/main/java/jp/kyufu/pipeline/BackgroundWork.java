package jp.kyufu.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.kyufu.flow.Progress;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Long work that nobody waits for: one at a time, first come first served, each with how far it is.
 * It is told from memory; what it did is in the tables of the stages and in the log of jobs.
 */
@Component
public class BackgroundWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private static final int KEPT = 100;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Task> tasks = new ConcurrentSkipListMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("background-work").factory());

    BackgroundWork(Clock clock) {
        this.clock = clock;
    }

    /** From waiting to its end. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** The stage said no; nothing changed. */
        REFUSED,
        /** It broke off; the same work begun again goes on where it can. */
        FAILED;

        /** Whether it will still change. */
        public boolean isOpen() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /**
     * What came of it.
     *
     * @param figures counts by name, in the order of telling
     * @param fileId of the upload, where it was one that has rejects
     */
    public record Outcome(Map<String, Long> figures, @Nullable Integer fileId) {}

    /**
     * A piece of work as it is now.
     *
     * @param kind what it is: a name of {@link UploadKind}, or ASSESS
     * @param subject of what: the name of a file, the code of a program
     * @param step what it is doing; empty before it begins
     * @param total 0 while nobody knows
     */
    public record Job(
            long no,
            String kind,
            String subject,
            String person,
            Instant at,
            State state,
            String step,
            long done,
            long total,
            @Nullable Outcome outcome,
            @Nullable Refusal refusal) {}

    /**
     * Queues work.
     *
     * @return its number
     */
    long submit(String kind, String subject, String person, Supplier<Outcome> work) {
        Task task = new Task(last.incrementAndGet(), kind, subject, person, clock.instant());
        tasks.put(task.no, task);
        while (tasks.size() > KEPT) {
            tasks.pollFirstEntry();
        }
        CompletableFuture.supplyAsync(() -> task.run(work), worker).whenComplete(task::end);
        return task.no;
    }

    /** What was queued since the process began, the newest first. */
    public List<Job> recent() {
        List<Job> jobs = new ArrayList<>(tasks.values().stream().map(Task::now).toList());
        jobs.sort(Comparator.comparingLong(Job::no).reversed());
        return jobs;
    }

    /** One piece of work, as long as it is remembered. */
    public Optional<Job> find(long no) {
        return Optional.ofNullable(tasks.get(no)).map(Task::now);
    }

    /** Takes no more; what runs is cut off with the process and goes on when it is begun again. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private static final class Task implements Progress.Watcher {

        private final long no;
        private final String kind;
        private final String subject;
        private final String person;
        private final Instant at;
        private State state = State.QUEUED;
        private String step = "";
        private long done;
        private long total;
        private @Nullable Outcome outcome;
        private @Nullable Refusal refusal;

        Task(long no, String kind, String subject, String person, Instant at) {
            this.no = no;
            this.kind = kind;
            this.subject = subject;
            this.person = person;
            this.at = at;
        }

        Outcome run(Supplier<Outcome> work) {
            begin();
            return ScopedValue.where(Progress.WATCHER, this).call(work::get);
        }

        private synchronized void begin() {
            state = State.RUNNING;
        }

        @Override
        public synchronized void at(String label, long sum, long of) {
            step = label;
            done = sum;
            total = of;
        }

        synchronized void end(@Nullable Outcome result, @Nullable Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            outcome = result;
            if (cause instanceof Refusal said) {
                state = State.REFUSED;
                refusal = said;
            } else if (cause != null) {
                state = State.FAILED;
                LOG.error("{} {}", kind, no, cause);
            } else {
                state = State.DONE;
            }
        }

        synchronized Job now() {
            return new Job(
                    no, kind, subject, person, at, state, step, done, total, outcome, refusal);
        }
    }
}
