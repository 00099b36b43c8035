package jp.kyufu.upload;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kyufu.value.Check;
import jp.kyufu.value.ReasonCode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Decodes and splits the records of a block and gives them to a stage. Works on any thread. */
final class RowReader<B> {

    private final int fileId;
    private final Header header;
    private final Encoding encoding;
    private final RowStage<B> stage;
    private final UnaryOperator<byte[]> seal;

    RowReader(int fileId, CsvFile file, RowStage<B> stage, UnaryOperator<byte[]> seal) {
        this.fileId = fileId;
        this.header = file.header();
        this.encoding = file.encoding();
        this.stage = stage;
        this.seal = seal;
    }

    ReadBlock<B> read(RecordBlock block) {
        Rejects rejects = new Rejects();
        int[] sound = new int[block.size()];
        int count = 0;
        StringBuilder text = new StringBuilder(block.bytes().length);
        for (int i = 0; i < block.size(); i++) {
            if (decode(block, i, text, rejects)) {
                sound[count++] = i;
            }
        }
        B result = stage.newBlock();
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(text.toString()))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            for (int i = 0; i < count; i++) {
                Check.that(records.hasNext(), "fewer records than were cut: %s", i);
                row(block, sound[i], records.next().values(), result, rejects);
            }
            Check.that(!records.hasNext(), "more records than were cut: %s", count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadBlock<>(block, result, rejects);
    }

    /** Appends a record's text, one line without control characters, or rejects the record. */
    private boolean decode(RecordBlock block, int i, StringBuilder to, Rejects rejects) {
        int from = block.start(i);
        int length = block.length(i);
        if (block.isBroken(i)) {
            return reject(block, i, Reject.of("", ReasonCode.QUOTE_BROKEN), rejects);
        }
        String text = encoding.decode(block.bytes(), from, length);
        if (!encoding.isWhole(text, block.bytes(), from, length)) {
            String column = column(RowText.fieldAt(text, text.indexOf('\uFFFD')));
            return reject(block, i, Reject.of(column, ReasonCode.ENCODING_BROKEN), rejects);
        }
        int control = RowText.append(text, to);
        if (control != RowText.CLEAN) {
            String column = column(RowText.fieldAt(text, control));
            return reject(block, i, Reject.of(column, ReasonCode.CONTROL_CHARACTER), rejects);
        }
        to.append('\n');
        return true;
    }

    private void row(RecordBlock block, int i, String[] fields, B result, Rejects rejects) {
        int columns = header.names().size();
        if (fields.length != columns) {
            Reject count = Reject.of("", ReasonCode.COLUMN_COUNT, "" + fields.length, "" + columns);
            reject(block, i, count, rejects);
            return;
        }
        List<Reject> faults = stage.read(new Record(fileId, block, i, header, fields), result);
        if (!faults.isEmpty()) {
            byte[] sealed = seal.apply(block.raw(i));
            faults.forEach(fault -> rejects.add(block.line(i), fault, sealed));
        }
    }

    private boolean reject(RecordBlock block, int i, Reject reject, Rejects rejects) {
        rejects.add(block.line(i), reject, seal.apply(block.raw(i)));
        return false;
    }

    private String column(int field) {
        return field < header.names().size() ? header.names().get(field) : "";
    }
}
