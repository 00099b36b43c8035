package jp.kyufu.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import jp.kyufu.value.Words;
import jp.kyufu.vault.Vault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes {@code rejects.csv} (file contract §8): every row that was not accepted, and why. */
@Component
public class RejectsExport {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setRecordSeparator('\n')
                    .setHeader("file", "line", "column", "code", "message", "raw")
                    .get();

    private final UploadStore store;
    private final Vault vault;
    private final TransactionOperations transaction;

    RejectsExport(UploadStore store, Vault vault, TransactionOperations transaction) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
    }

    /**
     * Writes the rejects of a program's uploads and of the registers, in the order of uploads and
     * lines.
     *
     * @param words the reader's language
     * @return the number of rows written
     */
    public long write(Writer to, short program, Words words) {
        try {
            CSVPrinter printer = new CSVPrinter(to, FORMAT);
            long rows =
                    transaction.execute(status ->
                            store.eachReject(program, reject -> print(printer, reject, words)));
            printer.flush();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(CSVPrinter printer, UploadStore.Rejected rejected, Words words) {
        byte[] raw = vault.open(rejected.sealed());
        Reject reject = rejected.reject();
        try {
            printer.printRecord(
                    rejected.file(),
                    rejected.line(),
                    reject.column(),
                    reject.code().name(),
                    reject.words(words),
                    rejected.encoding().decode(raw, 0, raw.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
