package jp.kyufu.flow;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of long work: rows done, rows a second, time left. On a terminal one line that
 * is written over, elsewhere a line now and then; always on standard error, for standard output
 * belongs to the answer. Any thread may report.
 */
public final class Progress implements AutoCloseable {

    /** Told by the thread that works, where somebody watches elsewhere than on a terminal. */
    @FunctionalInterface
    public interface Watcher {

        /** So much of a total (0: unknown) of what the label names is done. */
        void at(String label, long done, long total);
    }

    /** Who watches what this thread does; then nothing is printed. */
    public static final ScopedValue<Watcher> WATCHER = ScopedValue.newInstance();

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final String ERASE_LINE = "\r\u001b[K";

    private final String label;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextPrint;
    private final @Nullable Watcher watcher = WATCHER.isBound() ? WATCHER.get() : null;

    Progress(String label, long total, PrintStream out, boolean terminal) {
        this.label = label;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.nextPrint = new AtomicLong(started + interval());
    }

    /**
     * Begins to show work on {@code total} rows (or bytes); 0 if nobody knows how many. The label
     * is worded already.
     */
    public static Progress start(String label, long total) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        Progress progress = new Progress(label, total, System.err, terminal);
        progress.add(0);
        return progress;
    }

    /** Says that {@code rows} more are done. */
    public void add(long rows) {
        long sum = done.addAndGet(rows);
        if (watcher != null) {
            watcher.at(label, sum, total);
            return;
        }
        long now = System.nanoTime();
        long due = nextPrint.get();
        if (now - due >= 0 && nextPrint.compareAndSet(due, now + interval())) {
            out.print(
                    terminal
                            ? ERASE_LINE + line(sum, now - started)
                            : line(sum, now - started) + "\n");
            out.flush();
        }
    }

    /** Takes the line off the terminal; elsewhere what was printed stays. */
    @Override
    public void close() {
        if (terminal) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }

    /** {@code label 1,200/5,000 24% 9,000/s 0:04}: of unknown totals only the rows and the rate. */
    String line(long sum, long nanos) {
        double seconds = Math.max(1, nanos) / 1e9;
        double rate = sum / seconds;
        String ofTotal =
                total <= 0
                        ? String.format(Locale.ROOT, "%,d", sum)
                        : String.format(Locale.ROOT, "%,d/%,d %d%%", sum, total, 100 * sum / total);
        String left =
                total <= 0 || rate < 1e-3
                        ? ""
                        : " " + minutes((long) Math.ceil(Math.max(0, total - sum) / rate));
        return String.format(Locale.ROOT, "%s %s %,.0f/s%s", label, ofTotal, rate, left);
    }

    private static String minutes(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private long interval() {
        return (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
    }
}
