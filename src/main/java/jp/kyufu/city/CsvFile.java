package jp.kyufu.city;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file written row by row (RFC 4180), in any encoding and with any line end. */
final class CsvFile implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final Charset charset;
    private final String end;
    private final StringBuilder row = new StringBuilder(512);

    CsvFile(Path path, Charset charset, String end, List<String> header) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        this.charset = charset;
        this.end = end;
        write(header);
    }

    /** UTF-8 with LF, as every file but the paper applications. */
    static CsvFile utf8(Path path, List<String> header) throws IOException {
        return new CsvFile(path, StandardCharsets.UTF_8, "\n", header);
    }

    void write(List<String> fields) throws IOException {
        out.write(bytes(fields));
    }

    /** A line that is already one. */
    void line(String text) throws IOException {
        out.write((text + end).getBytes(charset));
    }

    /** The row with a byte in it that stands for nothing in Windows-31J or UTF-8. */
    void writeBroken(List<String> fields) throws IOException {
        byte[] bytes = bytes(fields);
        int place = fields.getFirst().length() + 1;
        out.write(bytes, 0, place);
        out.write(0xFD);
        out.write(bytes, place, bytes.length - place);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private byte[] bytes(List<String> fields) {
        row.setLength(0);
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                row.append(',');
            }
            append(fields.get(i));
        }
        return row.append(end).toString().getBytes(charset);
    }

    private void append(String field) {
        boolean plain = true;
        for (int i = 0; i < field.length() && plain; i++) {
            char c = field.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            row.append(field);
        } else {
            row.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }
}
