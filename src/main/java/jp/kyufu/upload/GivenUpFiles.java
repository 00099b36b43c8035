package jp.kyufu.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files whose import broke off and that somebody discarded. What was read of them stays, and the
 * same file handed in again goes on where it stopped; why nobody waits for it is told here.
 */
@Component
public class GivenUpFiles {

    private final UploadListStore store;
    private final Audit audit;

    GivenUpFiles(UploadListStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * A file that was discarded.
     *
     * @param kind what it was handed in as
     * @param reason as given; empty of one from before reasons were asked for
     * @param fileId its upload, if the import got so far; null: it did not, or is complete since
     */
    public record GivenUp(
            String name,
            String kind,
            String person,
            OffsetDateTime at,
            String reason,
            @Nullable Integer fileId) {}

    /**
     * Records that a file is given up; whoever keeps it deletes it then.
     *
     * @param kind what it was handed in as
     * @throws Refusal without a reason
     */
    @Transactional
    public void record(String kind, Path file, String reason, String person) throws IOException {
        if (reason.isBlank()) {
            throw new Refusal("upload.givenUp.reasonMissing");
        }
        audit.record(
                person,
                "upload.give-up",
                "upload " + file.getFileName(),
                Map.of(
                        "kind", kind,
                        "sha256", CsvFile.digest(file),
                        "reason", reason.strip()));
    }

    /** The last that were discarded, the newest first. */
    public List<GivenUp> newest(int rows) {
        return store.givenUp(rows);
    }
}
