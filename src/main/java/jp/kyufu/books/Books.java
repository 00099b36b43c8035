package jp.kyufu.books;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.audit.Audit;
import jp.kyufu.dispatch.FileProof;
import org.springframework.stereotype.Component;

/** Verifies the books: {@code kyufu verify}. */
@Component
public class Books {

    /** More rows than this tell a person nothing new. */
    public static final int ROWS_TOLD = 20;

    private final BooksStore store;
    private final FileProof files;
    private final Audit audit;

    Books(BooksStore store, FileProof files, Audit audit) {
        this.store = store;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Runs every check of {@code db/check}, proves every stored file by its bytes, the audit chain,
     * and that the application has no more rights than it must have.
     *
     * @return what is wrong; nothing: the books are safe
     */
    public List<Problem> verify() {
        List<Problem> problems = new ArrayList<>();
        store.checks().forEach((name, sql) -> add(problems, name, store.rows(sql)));
        add(problems, "file-bytes", files.broken().stream().map(no -> "file " + no).toList());
        add(
                problems,
                "audit-chain",
                audit.verify().stream().map(p -> p.seq() + " " + p.kind()).toList());
        add(problems, "application-rights", store.excessiveRights());
        return problems;
    }

    private static void add(List<Problem> problems, String name, List<String> rows) {
        if (!rows.isEmpty()) {
            problems.add(new Problem(name, rows.stream().limit(ROWS_TOLD).toList()));
        }
    }
}
