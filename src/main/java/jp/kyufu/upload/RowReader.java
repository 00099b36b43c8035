package jp.kyufu.upload;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kyufu.value.Limits;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Decodes and splits the records of a block and gives them to a stage. Works on any thread. */
final class RowReader<B> {

    private final int fileId;
    private final Header header;
    private final Encoding encoding;
    private final Limits limits;
    private final RowStage<B> stage;
    private final UnaryOperator<byte[]> seal;

    RowReader(int fileId, CsvFile file, RowStage<B> stage, UnaryOperator<byte[]> seal) {
        this.fileId = fileId;
        this.header = file.header();
        this.encoding = file.encoding();
        this.limits = file.limits();
        this.stage = stage;
        this.seal = seal;
    }

    ReadBlock<B> read(RecordBlock block) {
        Rejects rejects = new Rejects();
        B result = stage.newBlock();
        for (int i = 0; i < block.size(); i++) {
            String text = text(block, i, rejects);
            if (text != null) {
                row(block, i, text, result, rejects);
            }
        }
        return new ReadBlock<>(block, result, rejects);
    }

    /** A record's text without unwanted control characters, or null for one that is rejected. */
    private @Nullable String text(RecordBlock block, int i, Rejects rejects) {
        int from = block.start(i);
        int length = block.length(i);
        if (block.isBroken(i)) {
            int most = (int) limits.rowSize().toBytes();
            Reject why =
                    length < most
                            ? Reject.of("", ReasonCode.QUOTE_BROKEN)
                            : Reject.of("", ReasonCode.ROW_TOO_LONG, "" + most);
            return reject(block, i, why, rejects);
        }
        String text = encoding.decode(block.bytes(), from, length);
        if (!encoding.isWhole(text, block.bytes(), from, length)) {
            String column = column(RowText.fieldAt(text, text.indexOf('\uFFFD')));
            return reject(block, i, Reject.of(column, ReasonCode.ENCODING_BROKEN), rejects);
        }
        int control = RowText.control(text);
        if (control != RowText.CLEAN) {
            String column = column(RowText.fieldAt(text, control));
            return reject(block, i, Reject.of(column, ReasonCode.CONTROL_CHARACTER), rejects);
        }
        return text;
    }

    private void row(RecordBlock block, int i, String text, B result, Rejects rejects) {
        int columns = header.names().size();
        List<String> fields = RowText.fields(text, columns);
        if (fields.size() != columns) {
            Reject count = Reject.of("", ReasonCode.COLUMN_COUNT, "" + fields.size(), "" + columns);
            reject(block, i, count, rejects);
            return;
        }
        for (int field = 0; field < columns; field++) {
            int length = fields.get(field).length();
            if (length > limits.fieldLength()) {
                String most = "" + limits.fieldLength();
                Reject why = Reject.of(column(field), ReasonCode.FIELD_TOO_LONG, "" + length, most);
                reject(block, i, why, rejects);
                return;
            }
        }
        List<Reject> faults = stage.read(new Record(fileId, block, i, header, fields), result);
        if (!faults.isEmpty()) {
            byte[] sealed = seal.apply(block.raw(i));
            faults.forEach(fault -> rejects.add(block.line(i), fault, sealed));
        }
    }

    private @Nullable String reject(RecordBlock block, int i, Reject reject, Rejects rejects) {
        rejects.add(block.line(i), reject, seal.apply(block.raw(i)));
        return null;
    }

    private String column(int field) {
        return field < header.names().size() ? header.names().get(field) : "";
    }
}
