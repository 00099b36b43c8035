package jp.kyufu.bank;

import java.util.Arrays;
import jp.kyufu.value.FileRefusal;

/**
 * Walks through the records of a file from the bank, whatever ends them: CRLF, LF, CR or nothing. A
 * record may have lost its trailing spaces, never anything else: what is missing is filled with
 * spaces here, never with the bytes that follow.
 */
final class RecordScanner {

    private static final byte CTRL_Z = 0x1A;
    private static final String TYPE = "c1";

    private final byte[] bytes;
    private final String file;
    private final int recordBytes;
    private final int end;
    private int next;
    private int line;
    private int offset;
    private int length;
    private boolean terminated;

    /** Refuses a file without bytes, and one that begins with a byte order mark. */
    RecordScanner(byte[] bytes, String file, int recordBytes) {
        this.bytes = bytes;
        this.file = file;
        this.recordBytes = recordBytes;
        int last = bytes.length;
        while (last > 0 && bytes[last - 1] == CTRL_Z) {
            last--;
        }
        this.end = last;
        if (end == 0) {
            throw new FileRefusal("bank.fileEmpty", file, 1, "", "0 B", expected());
        }
        if (startsWith(0xEF, 0xBB, 0xBF) || startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw new FileRefusal("bank.fileBom", file, 1, TYPE, "BOM", "1");
        }
    }

    /** Whether the next record begins with this データ区分. */
    boolean nextIs(char type) {
        return next < end && bytes[next] == type;
    }

    /**
     * The next record, filled to its whole length. Refuses a file that ends here, another データ区分,
     * and a record too long, or shorter than losing its trailing spaces explains.
     *
     * @param leastBytes how far a record must reach that lost trailing spaces
     * @param type its データ区分
     * @param expected all that may stand here, for people
     */
    RecordPlace next(int leastBytes, char type, String expected) {
        line++;
        if (next >= end) {
            throw new FileRefusal("bank.fileCut", file, line, TYPE, "", expected);
        }
        offset = next;
        if (bytes[offset] != type) {
            String found = JisX0201.decode(bytes, offset, 1);
            throw new FileRefusal("bank.recordOrder", file, line, TYPE, found, expected);
        }
        length = 0;
        int most = Math.min(recordBytes, end - offset);
        while (length < most && !isTerminator(bytes[offset + length])) {
            length++;
        }
        skipTerminator();
        if (length < recordBytes && (length < leastBytes || bytes[offset + length - 1] == ' ')) {
            throw new FileRefusal("bank.recordShort", file, line, "", length + " B", expected());
        }
        return place();
    }

    /** Where the record last given began. */
    int offset() {
        return offset;
    }

    /** How long it was in the file. */
    int length() {
        return length;
    }

    /** Refuses a file that goes on after its end record. */
    void mustBeAtEnd() {
        while (next < end && isTerminator(bytes[next])) {
            next++;
        }
        if (next < end) {
            throw new FileRefusal(
                    "bank.dataAfterEnd", file, line + 1L, "", (end - next) + " B", "0 B");
        }
    }

    private RecordPlace place() {
        if (length == recordBytes) {
            return new RecordPlace(file, line, bytes, offset);
        }
        byte[] filled = new byte[recordBytes];
        Arrays.fill(filled, (byte) ' ');
        System.arraycopy(bytes, offset, filled, 0, length);
        return new RecordPlace(file, line, filled, 0);
    }

    private void skipTerminator() {
        next = offset + length;
        boolean here = next < end && isTerminator(bytes[next]);
        if (here) {
            next += bytes[next] == '\r' && next + 1 < end && bytes[next + 1] == '\n' ? 2 : 1;
        }
        if (line == 1) {
            terminated = here;
        } else if (terminated && !here && next < end) {
            throw new FileRefusal(
                    "bank.recordLong", file, line, "c" + (recordBytes + 1), "", "" + recordBytes);
        }
    }

    private String expected() {
        return recordBytes + " B";
    }

    private static boolean isTerminator(byte b) {
        return b == '\r' || b == '\n';
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
