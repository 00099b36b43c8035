package jp.kyufu.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import jp.kyufu.value.Limits;

/**
 * Cuts a stream of bytes into records by RFC 4180: fields parted by commas, records by CRLF or LF,
 * a quote opens only at the start of a field and is doubled inside. Blank lines are no records.
 *
 * <p>It may work on bytes: in UTF-8 every byte of a longer character is above 0x7F, and in
 * Windows-31J the second byte is 0x40 or more, so neither ever looks like a quote, a comma or a
 * line end.
 *
 * <p>Damage stays where it is. When a quote does not close within the bytes of the limits and
 * {@value #MAX_LINES} lines, when text follows the closing quote, or when a record of several lines
 * has not as many fields as the header, then the record is the one physical line on which it
 * starts, marked as broken, and reading goes on at the next line.
 */
final class RecordScanner implements Iterator<RecordBlock> {

    static final int MAX_LINES = 50;

    /** Records that a block holds at least: about 2,000 of usual length where 64 KB are allowed. */
    private static final int LONGEST_IN_BLOCK = 4;

    private static final int NEED_MORE = -1;
    private static final int NEVER_CLOSES = -2;

    private final InputStream in;
    private final int columns;
    private final int maxRecord;
    private final int blockSize;
    private long offset;
    private long line;
    private boolean atEnd;

    // The bytes in hand; those before `limit` that no record took are the beginning of the next.
    private byte[] bytes = new byte[0];
    private int from;
    private int limit;

    // What the last call of record() has found.
    private int contentEnd;
    private int lines;
    private boolean broken;

    /**
     * @param in stands at {@code offset}, the start of physical line {@code line}
     * @param columns number of fields that a record of several lines must have; 0 if not known
     */
    RecordScanner(InputStream in, long offset, long line, int columns, Limits limits) {
        this.in = in;
        this.offset = offset;
        this.line = line;
        this.columns = columns;
        this.maxRecord = (int) limits.rowSize().toBytes();
        this.blockSize = LONGEST_IN_BLOCK * maxRecord;
    }

    @Override
    public boolean hasNext() {
        return !atEnd;
    }

    @Override
    public RecordBlock next() {
        if (atEnd) {
            throw new NoSuchElementException();
        }
        try {
            fill();
            return cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        byte[] fresh = new byte[blockSize];
        int kept = limit - from;
        System.arraycopy(bytes, from, fresh, 0, kept);
        bytes = fresh;
        from = 0;
        limit = kept + in.readNBytes(fresh, kept, blockSize - kept);
        atEnd = limit < blockSize;
    }

    private RecordBlock cut() throws IOException {
        RecordBlock block = new RecordBlock(bytes);
        int next = 0;
        while (next != NEED_MORE && from < limit) {
            next = record(from);
            if (next != NEED_MORE) {
                if (contentEnd > from) {
                    block.add(from, contentEnd, line, broken);
                }
                offset += next - from;
                line += lines;
                from = next;
            }
        }
        if (lines == 0 && !atEnd && from == limit) {
            skipRestOfLine();
        }
        block.close(offset, line);
        return block;
    }

    /** Passes over what is left of a line that is too long to be a row and fills the array. */
    private void skipRestOfLine() throws IOException {
        int read = in.read();
        while (read >= 0 && read != '\n') {
            offset++;
            read = in.read();
        }
        offset += read < 0 ? 0 : 1;
        line++;
    }

    /** Finds the end of the record at {@code start}; gives where the next one begins. */
    private int record(int start) {
        final byte[] b = bytes;
        int fields = 1;
        int at = start;
        lines = 0;
        while (true) {
            if (at < limit && b[at] == '"') {
                int close = closingQuote(start, at + 1);
                if (close < 0) {
                    return close == NEED_MORE ? NEED_MORE : physicalLine(start);
                }
                if (close + 2 >= limit && !atEnd) {
                    return NEED_MORE;
                }
                if (!endsField(close + 1)) {
                    return physicalLine(start);
                }
                at = close + 1;
            }
            while (at < limit && b[at] != ',' && b[at] != '\n') {
                at++;
            }
            if (at == limit) {
                return atEnd ? whole(start, at, at, fields) : unfinished(start);
            }
            if (b[at] == '\n') {
                lines++;
                return whole(start, at, at + 1, fields);
            }
            fields++;
            at++;
        }
    }

    /** Where the quote closes that opens before {@code at}; counts the lines passed. */
    private int closingQuote(int start, int at) {
        final byte[] b = bytes;
        for (int i = at; i < limit; i++) {
            if (b[i] == '"') {
                if (i + 1 == limit || b[i + 1] != '"') {
                    return i;
                }
                i++;
            } else if (b[i] == '\n' && ++lines >= MAX_LINES) {
                return NEVER_CLOSES;
            }
            if (i - start > maxRecord) {
                return NEVER_CLOSES;
            }
        }
        return atEnd ? NEVER_CLOSES : NEED_MORE;
    }

    private boolean endsField(int at) {
        return at == limit
                || bytes[at] == ','
                || bytes[at] == '\n'
                || (bytes[at] == '\r' && (at + 1 == limit || bytes[at + 1] == '\n'));
    }

    /** A record with all its quotes closed, unless it cannot be one row of this file. */
    private int whole(int start, int end, int next, int fields) {
        boolean severalLines = lines > 1 || (lines == 1 && next == end);
        if (end - start > maxRecord || (severalLines && columns > 0 && fields != columns)) {
            return physicalLine(start);
        }
        contentEnd = withoutCarriageReturn(start, end);
        broken = false;
        return next;
    }

    private int unfinished(int start) {
        return limit - start > maxRecord ? physicalLine(start) : NEED_MORE;
    }

    /** The line at {@code start} alone, as a broken record; cut to the longest row allowed. */
    private int physicalLine(int start) {
        int end = start;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        boolean lineEnds = end < limit;
        if (!lineEnds && !atEnd && end - start <= maxRecord) {
            return NEED_MORE;
        }
        contentEnd = Math.min(withoutCarriageReturn(start, end), start + maxRecord);
        broken = true;
        lines = lineEnds ? 1 : 0;
        return lineEnds ? end + 1 : end;
    }

    private int withoutCarriageReturn(int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
