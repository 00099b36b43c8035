package jp.kyufu.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.value.Check;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the rows of a CSV file into the database: read by one thread in order, parsed by all
 * cores, stored in order, about ten thousand rows in a transaction that also moves the checkpoint.
 */
@Component
public class CsvUpload {

    private final Uploads uploads;
    private final UploadStore store;
    private final Vault vault;
    private final TransactionOperations transaction;

    CsvUpload(Uploads uploads, UploadStore store, Vault vault, TransactionOperations transaction) {
        this.uploads = uploads;
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** Told after each transaction how many more rows and bytes are stored. */
    @FunctionalInterface
    public interface Advance {
        void by(long rows, long bytes);
    }

    /**
     * Stores a file. If it throws, what has been stored stays, invisible to later stages, and the
     * same call goes on from there.
     *
     * @throws jp.kyufu.value.Refusal if the same bytes are complete already, another process reads
     *     them, or the file changes while it is read
     */
    public <B> UploadReport run(
            CsvFile file, Submission submission, RowStage<B> stage, Advance progress) {
        Uploads.Open open = uploads.receive(UploadedFile.of(file), submission);
        Run<B> run = new Run<>(open, file.limits().rowsPerTransaction(), stage, progress);
        Checkpoint start = open.checkpoint();
        RowReader<B> reader = new RowReader<>(open.fileId(), file, stage, vault::seal);
        try (InputStream in = new BufferedInputStream(file.from(start.offset()))) {
            int columns = file.header().names().size();
            RecordScanner records =
                    new RecordScanner(in, start.offset(), start.line(), columns, file.limits());
            OrderedFlow.run(records, reader::read, run::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.store();
        file.refuseIfChanged();
        return run.complete(file, submission.person());
    }

    /** One upload under way: what has been read and is not yet stored, and the checkpoint. */
    private final class Run<B> {

        private final int fileId;
        private final int rowsPerTransaction;
        private final RowStage<B> stage;
        private final Advance progress;
        private final List<ReadBlock<B>> waiting = new ArrayList<>();
        private Checkpoint checkpoint;
        private long rows;

        Run(Uploads.Open open, int rowsPerTransaction, RowStage<B> stage, Advance progress) {
            this.rowsPerTransaction = rowsPerTransaction;
            this.fileId = open.fileId();
            this.checkpoint = open.checkpoint();
            this.stage = stage;
            this.progress = progress;
        }

        void take(ReadBlock<B> block) {
            waiting.add(block);
            rows += block.source().size();
            if (rows >= rowsPerTransaction) {
                store();
            }
        }

        void store() {
            if (waiting.isEmpty()) {
                return;
            }
            Chunk<B> chunk = new Chunk<>(fileId, waiting, vault::seal);
            Checkpoint before = checkpoint;
            checkpoint = transaction.execute(status -> stored(chunk, before));
            progress.by(chunk.rows(), checkpoint.offset() - before.offset());
            waiting.clear();
            rows = 0;
        }

        private Checkpoint stored(Chunk<B> chunk, Checkpoint before) {
            store.lock(fileId, before);
            stage.store(chunk);
            Rejects rejects = chunk.rejects();
            store.insertRejects(fileId, rejects.rows());
            Checkpoint after = before.after(chunk.last().source(), chunk.rows(), rejects);
            store.advance(fileId, after);
            return after;
        }

        UploadReport complete(CsvFile file, String person) {
            Check.that(
                    checkpoint.offset() == file.bytes(),
                    "%s of %s bytes are stored",
                    checkpoint.offset(),
                    file.bytes());
            long sequence =
                    transaction.execute(status -> {
                        stage.finish(fileId);
                        return uploads.complete(fileId, person);
                    });
            return new UploadReport(
                    fileId,
                    file.name(),
                    checkpoint.accepted(),
                    checkpoint.repeated(),
                    checkpoint.rejected(),
                    sequence);
        }
    }
}
