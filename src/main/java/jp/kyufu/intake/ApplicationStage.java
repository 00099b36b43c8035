package jp.kyufu.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.upload.Chunk;
import jp.kyufu.upload.Record;
import jp.kyufu.upload.Reject;
import jp.kyufu.upload.RowStage;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;

/**
 * What intake makes of the rows of one file. A receipt number that has been seen, in the file or in
 * any before it, is not accepted again: with equal content it is a repeat, with other content a
 * conflict, and the first application is marked.
 */
final class ApplicationStage implements RowStage<ApplicationRows> {

    private final IntakeStore store;
    private final Vault vault;
    private final Fingerprints fingerprints;
    private final short program;
    private final Layout layout;
    private final ApplicationReader reader;
    private final Map<Field, String> headers;
    private final Field[] fields;
    private final KanjiMaps maps;
    private final int mapNo;

    ApplicationStage(
            IntakeStore store,
            Vault vault,
            Fingerprints fingerprints,
            short program,
            ApplicationReader reader,
            KanjiMaps maps) {
        this.maps = maps;
        this.mapNo = maps.activate();
        this.store = store;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.program = program;
        this.reader = reader;
        this.layout = reader.layout();
        this.headers = layout.headerOf();
        this.fields = layout.fields();
    }

    @Override
    public ApplicationRows newBlock() {
        return new ApplicationRows(program, layout.channel(), vault, fingerprints);
    }

    @Override
    public List<Reject> read(Record row, ApplicationRows block) {
        String[] texts = new String[Field.values().length];
        Arrays.fill(texts, "");
        for (int i = 0; i < fields.length; i++) {
            texts[fields[i].ordinal()] = row.value(i);
        }
        return switch (reader.read(ApplicationForm.of(texts))) {
            case ApplicationRow.Accepted accepted -> {
                block.add(row.fileId(), row.line(), accepted);
                yield List.of();
            }
            case ApplicationRow.Rejected rejected ->
                    rejected.faults().stream()
                            .map(fault -> reject(fault.code(), fault.field()))
                            .toList();
        };
    }

    @Override
    public void store(Chunk<ApplicationRows> chunk) {
        maps.mustStillBe(mapNo);
        List<ApplicationRows> blocks = chunk.blocks();
        Map<String, FirstReceipt> firsts = new HashMap<>();
        List<String> numbers =
                blocks.stream()
                        .flatMap(block -> block.rows().stream())
                        .map(ApplicationRows.Row::receiptNo)
                        .toList();
        store.firsts(program, layout.channel(), numbers)
                .forEach(first -> firsts.put(first.receiptNo(), first));
        List<Conflict> conflicts = new ArrayList<>();
        List<CopyBuffer> buffers = new ArrayList<>();
        for (ApplicationRows block : blocks) {
            buffers.add(block.passing(row -> isFirst(row, chunk, firsts, conflicts)));
        }
        store.insert(buffers);
        store.insertConflicts(chunk.fileId(), conflicts);
    }

    /** Whether a row is the first of its number; if not it is rejected here. */
    private boolean isFirst(
            ApplicationRows.Row row,
            Chunk<ApplicationRows> chunk,
            Map<String, FirstReceipt> firsts,
            List<Conflict> conflicts) {
        FirstReceipt mine =
                new FirstReceipt(
                        row.receiptNo(), row.applicationId(), row.digest(), chunk.fileId(), "");
        FirstReceipt first = firsts.putIfAbsent(row.receiptNo(), mine);
        if (first == null) {
            return true;
        }
        if (first.fileId() != chunk.fileId() && !first.openFile().isEmpty()) {
            // Nobody can say yet whether that upload will ever count; this one must not lose to it.
            throw new Refusal("intake.unfinished", first.openFile(), row.receiptNo());
        }
        if (Arrays.equals(first.digest(), row.digest())) {
            chunk.reject(row.line(), reject(ReasonCode.RECEIPT_REPEATED, Field.RECEIPT_NO));
        } else {
            chunk.reject(row.line(), reject(ReasonCode.RECEIPT_CONFLICT, Field.RECEIPT_NO));
            conflicts.add(new Conflict(first.applicationId(), row.line()));
        }
        return false;
    }

    /** A row whose number the first application has with other content. */
    record Conflict(long applicationId, long line) {}

    private Reject reject(ReasonCode code, Field field) {
        return Reject.of(headers.getOrDefault(field, ""), code);
    }
}
