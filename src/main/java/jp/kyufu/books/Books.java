package jp.kyufu.books;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.FileProof;
import jp.kyufu.flow.OrderedFlow;
import org.springframework.stereotype.Component;

/** Verifies the books: {@code kyufu verify}. */
@Component
public class Books {

    /** More rows than this tell a person nothing new. */
    public static final int ROWS_TOLD = 20;

    /** What gives the rows that are wrong. */
    private record Check(String name, Supplier<List<String>> rows) {}

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
        List<Problem> problems = new ArrayList<>();
        OrderedFlow.run(
                checks.iterator(),
                check -> new Problem(check.name(), check.rows().get()),
                found -> {
                    if (!found.rows().isEmpty()) {
                        problems.add(
                                new Problem(
                                        found.name(),
                                        found.rows().stream().limit(ROWS_TOLD).toList()));
                    }
                });
        return problems;
    }
}
