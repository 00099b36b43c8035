package jp.kyufu.books;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.FileProof;
import org.springframework.stereotype.Component;

/** Verifies the books: {@code kyufu verify}. */
@Component
public class Books {

    /** More rows than this tell a person nothing new. */
    public static final int ROWS_TOLD = 20;

    /** What gives the rows that are wrong. */
    private record Check(String name, Supplier<List<String>> rows) {

        Problem problem() {
            return new Problem(name, rows.get().stream().limit(ROWS_TOLD).toList());
        }
    }

    private final BooksStore store;
    private final FileProof files;
    private final Audit audit;

    Books(BooksStore store, FileProof files, Audit audit) {
        this.store = store;
        this.files = files;
        this.audit = audit;
    }

    /**
     * On all cores, runs every check of {@code db/check}, proves every stored file by its bytes,
     * the audit chain, and that the application has no more rights than it must have.
     *
     * @return what is wrong; nothing: the books are safe
     */
    public List<Problem> verify() {
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        "file-bytes",
                        () -> files.broken().stream().map(no -> "file " + no).toList()));
        checks.add(
                new Check(
                        "audit-chain",
                        () -> audit.verify().stream().map(p -> p.seq() + " " + p.kind()).toList()));
        store.checks().forEach((name, sql) -> checks.add(new Check(name, () -> store.rows(sql))));
        checks.add(new Check("application-rights", store::excessiveRights));
        return problems(checks);
    }

    /** As many checks at a time as there are cores, in the order given: the longest come first. */
    private static List<Problem> problems(List<Check> checks) {
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            return checks.stream()
                    .map(check -> CompletableFuture.supplyAsync(check::problem, cores))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(found -> !found.rows().isEmpty())
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
