package jp.kyufu.upload;

import java.util.List;

/**
 * One row of an uploaded file. Line ends and tabs inside its quoted fields have become spaces; no
 * other control character is left.
 */
public final class Record {

    private final int fileId;
    private final RecordBlock block;
    private final int number;
    private final Header header;
    private final List<String> fields;

    Record(int fileId, RecordBlock block, int number, Header header, List<String> fields) {
        this.fileId = fileId;
        this.block = block;
        this.number = number;
        this.header = header;
        this.fields = fields;
    }

    /** The upload's key. */
    public int fileId() {
        return fileId;
    }

    /** The physical line on which the row starts, the header being 1. */
    public long line() {
        return block.line(number);
    }

    /**
     * The value of a column of the layout, by its place in {@link Layout#columns}; empty for an
     * optional column that the file does not have.
     */
    public String value(int column) {
        int position = header.positions()[column];
        return position == Header.ABSENT ? "" : fields.get(position);
    }

    /** The row's bytes as they stand in the file, without the line end: a copy. */
    public byte[] raw() {
        return block.raw(number);
    }
}
