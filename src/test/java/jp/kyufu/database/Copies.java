package jp.kyufu.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies of one database. The next is made while a test still works on the one before, and what a
 * test is through with is dropped behind its back: each takes the server longer than most tests
 * take.
 */
final class Copies {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final ExecutorService BEHIND =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private final Consumer<String> superuser;
    private final String template;
    private final String place;
    private @Nullable Future<String> next;

    /**
     * @param superuser who executes statements
     * @param template nobody may be connected to it
     * @param place the tablespace where copies are
     */
    Copies(Consumer<String> superuser, String template, String place) {
        this.superuser = superuser;
        this.template = template;
        this.place = place;
    }

    /** The name of a copy that nobody else gets. */
    synchronized String take() {
        Future<String> taken = next == null ? BEHIND.submit(this::make) : next;
        next = BEHIND.submit(this::make);
        try {
            return taken.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no copy of " + template, e.getCause());
        }
    }

    /** Drops a database that was taken. */
    void drop(String name) {
        BEHIND.execute(() -> dropNow(name));
    }

    /** Drops the copy that nobody took. */
    synchronized void close() {
        if (next != null) {
            Future<String> spare = next;
            next = null;
            BEHIND.execute(() -> dropNow(spare.resultNow()));
        }
    }

    /** Waits until everything is dropped that was to be; nothing is made any more. */
    static void finish() {
        BEHIND.close();
    }

    private void dropNow(String name) {
        superuser.accept("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private String make() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        superuser.accept(
                "CREATE DATABASE %s OWNER kyufu_owner TEMPLATE %s TABLESPACE %s"
                        .formatted(name, template, place));
        return name;
    }
}
