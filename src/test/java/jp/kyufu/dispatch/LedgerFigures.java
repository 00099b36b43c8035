package jp.kyufu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyufu.books.Books;
import jp.kyufu.payment.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a city takes from decisions to released files: run by name, {@code -Dtest=LedgerFigures
 * -Dfigures.households=290000}.
 */
class LedgerFigures {

    private static final int HOUSEHOLDS = Integer.getInteger("figures.households", 10_000);

    @TempDir Path directory;

    @Test
    void aCityIsBuiltSubmittedApprovedReleasedAndVerified() {
        try (Ledger ledger = new Ledger(directory, 9_999)) {
            ledger.households(1, HOUSEHOLDS);
            ledger.owner("ANALYZE");
            FileActs acts = ledger.get(FileActs.class);
            Path out = directory.resolve("out");
            timed("plan", ledger::plan);
            List<Integer> files =
                    timed(
                                    "build",
                                    () ->
                                            ledger.get(FileBuild.class)
                                                    .build(
                                                            ledger.program,
                                                            Optional.empty(),
                                                            Optional.empty(),
                                                            "office"))
                            .stream()
                            .map(DispatchFile::fileNo)
                            .toList();
            timed("submit", () -> done(() -> acts.submit(files, "office")));
            timed("approve", () -> done(() -> acts.approve(files, "approver")));
            List<Path> written = timed("release", () -> acts.release(files, out, "finance"));
            assertThat(written).hasSameSizeAs(files).allMatch(Files::exists);
            assertThat(timed("verify", () -> ledger.get(Books.class).verify())).isEmpty();
        }
    }

    private static boolean done(Runnable act) {
        act.run();
        return true;
    }

    private static <T> T timed(String what, Supplier<T> act) {
        long start = System.nanoTime();
        T result = act.get();
        System.err.printf(
                "%-8s %,d households %.2f s%n",
                what, HOUSEHOLDS, (System.nanoTime() - start) / 1e9);
        return result;
    }
}
