package jp.kyufu.upload;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Every file that was handed in: the same bytes are one upload, completed once. */
@Component
public class Uploads {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private final UploadStore store;
    private final TransactionOperations transaction;
    private final Audit audit;
    private final Clock clock;

    Uploads(UploadStore store, TransactionOperations transaction, Audit audit, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** An upload that is to be read: its key, and where to go on. */
    public record Open(int fileId, Checkpoint checkpoint) {}

    /**
     * Takes a file in or, if its bytes have been taken in before and are not complete, takes up
     * where that was left.
     *
     * @throws Refusal if the same bytes are a completed upload of this kind and program
     */
    public Open receive(UploadedFile file, Submission submission) {
        return transaction.execute(status -> {
            store.insert(file, submission, clock.instant());
            UploadStore.Received received = store.find(file.sha256(), submission);
            if (received.isComplete()) {
                throw new Refusal(
                        "upload.alreadyReceived",
                        file.name(),
                        WHEN.format(received.at()),
                        received.by(),
                        received.name());
            }
            return new Open(received.fileId(), received.checkpoint());
        });
    }

    /**
     * Completes an upload whose rows were all stored in the caller's transaction, every one
     * accepted, as {@link #complete}.
     */
    public long completeWhole(int fileId, long rows, String person) {
        store.accept(fileId, rows);
        return complete(fileId, person);
    }

    /**
     * Completes an upload whose rows are all stored. Should be the last act of its transaction:
     * from here to the commit no other upload completes, so that numbers follow the order of
     * commits.
     *
     * @return its number
     */
    public long complete(int fileId, String person) {
        long sequence = store.complete(fileId, clock.instant());
        audit.record(person, "upload.complete", "file " + fileId, Map.of("sequence", sequence));
        return sequence;
    }
}
