package jp.kyufu.flow;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads in order, works on all cores, writes in order. At most a few pieces per core are on their
 * way at a time, so the heap does not grow with the source. Pieces should be worth handing over:
 * thousands of rows, not one.
 */
public final class OrderedFlow {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = 4 * CORES;

    private OrderedFlow() {}

    /**
     * Pulls {@code source} on one thread of its own, applies {@code work} on all cores and gives
     * the results to {@code sink} in the source's order on the calling thread, so that a
     * transaction of the caller holds in the sink, but neither in the source nor in the work.
     *
     * <p>The first exception of any of them, in the source's order, ends everything and is thrown
     * again as it is. When this returns no thread of it runs any more.
     */
    public static <I, O> void run(Iterator<I> source, Function<I, O> work, Consumer<O> sink) {
        BlockingQueue<FutureTask<Piece<O>>> pieces = new ArrayBlockingQueue<>(AHEAD);
        ExecutorService workers = Executors.newFixedThreadPool(CORES, OrderedFlow::worker);
        Thread reader = worker(() -> read(source, work, workers, pieces));
        try {
            reader.start();
            Piece<O> piece = take(pieces);
            while (piece.next()) {
                sink.accept(piece.result());
                piece = take(pieces);
            }
        } finally {
            stop(reader, workers, pieces);
        }
    }

    /** A result, or the end of the source. */
    private record Piece<O>(boolean next, @Nullable O value) {

        @SuppressWarnings("NullAway") // a result is present while there is a next; O may be a null
        O result() {
            return value;
        }
    }

    private static <I, O> void read(
            Iterator<I> source,
            Function<I, O> work,
            ExecutorService workers,
            BlockingQueue<FutureTask<Piece<O>>> pieces) {
        try {
            try {
                while (source.hasNext()) {
                    I input = source.next();
                    FutureTask<Piece<O>> task =
                            new FutureTask<>(() -> new Piece<>(true, work.apply(input)));
                    pieces.put(task); // waits while enough is on its way
                    workers.execute(task);
                }
                pieces.put(done(() -> new Piece<>(false, null)));
            } catch (RuntimeException | Error e) {
                pieces.put(
                        done(() -> {
                            throw rethrown(e);
                        }));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the caller has stopped and wants no more
        }
    }

    private static <O> FutureTask<Piece<O>> done(java.util.concurrent.Callable<Piece<O>> outcome) {
        FutureTask<Piece<O>> task = new FutureTask<>(outcome);
        task.run();
        return task;
    }

    private static <O> Piece<O> take(BlockingQueue<FutureTask<Piece<O>>> pieces) {
        try {
            return pieces.take().get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    private static void stop(
            Thread reader, ExecutorService workers, BlockingQueue<? extends FutureTask<?>> pieces) {
        reader.interrupt();
        workers.shutdownNow();
        pieces.clear();
        boolean interrupted = Thread.interrupted();
        while (reader.isAlive() || !workers.isTerminated()) {
            try {
                reader.join();
                workers.close();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread worker(Runnable runnable) {
        return Thread.ofPlatform().daemon().name("flow-", 0).unstarted(runnable);
    }
}
