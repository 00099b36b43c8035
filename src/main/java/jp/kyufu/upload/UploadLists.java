package jp.kyufu.upload;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.value.Slice;
import jp.kyufu.value.Turn;
import jp.kyufu.value.Words;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was handed in, and which rows of it were not accepted, page by page. */
@Component
public class UploadLists {

    private final UploadListStore store;
    private final Vault vault;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    UploadLists(UploadListStore store, Vault vault, People people, Audit audit, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file that was handed in.
     *
     * @param completedAt null: not read to its end; the same file handed in again goes on
     * @param read bytes that are stored
     */
    public record Upload(
            int fileId,
            Submission.Kind kind,
            String name,
            long bytes,
            OffsetDateTime receivedAt,
            String receivedBy,
            long accepted,
            long repeated,
            long rejected,
            @Nullable OffsetDateTime completedAt,
            long read) {}

    /**
     * One fault of one row.
     *
     * @param column header name; empty where the whole row is meant
     * @param message in the reader's language
     * @param raw the row as it came; null where it is not shown
     */
    public record Fault(
            long line, String column, ReasonCode code, String message, @Nullable String raw) {}

    /** Uploads of a program and of none, by number. */
    public Slice<Upload> uploads(Optional<Short> program, Turn turn) {
        return turn.take(
                (key, rows) -> store.uploads("uploads-after", program.orElse(null), key, rows),
                (key, rows) -> store.uploads("uploads-before", program.orElse(null), key, rows));
    }

    /** One upload; a Refusal if there is none of this number. */
    public Upload upload(int fileId) {
        return store.upload(fileId).orElseThrow(() -> new Refusal("upload.unknown", fileId));
    }

    /** Lines of an upload that have a fault, with all their faults and without the rows. */
    public Slice<List<Fault>> faults(int fileId, Turn turn, Words words) {
        Slice<Long> lines =
                turn.take(
                        (key, rows) -> store.lines("reject-lines-after", fileId, key, rows),
                        (key, rows) -> store.lines("reject-lines-before", fileId, key, rows));
        List<List<Fault>> faults = new ArrayList<>();
        if (!lines.rows().isEmpty()) {
            store.eachFault(
                    fileId,
                    lines.rows().getFirst(),
                    lines.rows().getLast(),
                    one -> {
                        if (faults.isEmpty() || faults.getLast().getFirst().line() != one.line()) {
                            faults.add(new ArrayList<>());
                        }
                        faults.getLast().add(fault(one, words, null));
                    });
        }
        return new Slice<>(faults, lines.isFirst(), lines.isLast());
    }

    /**
     * Gives every fault with the row as it came, to a person of the office who has it corrected;
     * recorded.
     */
    @Transactional
    public void takeAway(int fileId, String person, Words words, Consumer<Fault> faults) {
        people.require(person, LocalDate.now(clock), Role.OFFICE);
        Upload upload = upload(fileId);
        audit.record(person, "upload.rejects", "file " + fileId, Map.of("rows", upload.rejected()));
        store.eachFault(
                fileId,
                0,
                Long.MAX_VALUE,
                one -> {
                    byte[] raw = vault.open(one.sealed());
                    faults.accept(fault(one, words, one.encoding().decode(raw, 0, raw.length)));
                });
    }

    private static Fault fault(UploadStore.Rejected one, Words words, @Nullable String raw) {
        Reject reject = one.reject();
        return new Fault(one.line(), reject.column(), reject.code(), reject.words(words), raw);
    }
}
