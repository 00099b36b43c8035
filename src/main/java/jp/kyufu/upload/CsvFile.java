package jp.kyufu.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;

/** A CSV file whose encoding, header and layout have been recognised, not yet read further. */
public final class CsvFile {

    private static final int PIECE = 1 << 16;

    private final Path path;
    private final String name;
    private final long bytes;
    private final FileTime modified;
    private final String sha256;
    private final HeaderReader.Found found;
    private final Limits limits;

    private CsvFile(
            Path path,
            String name,
            long bytes,
            FileTime modified,
            String sha256,
            HeaderReader.Found found,
            Limits limits) {
        this.path = path;
        this.name = name;
        this.bytes = bytes;
        this.modified = modified;
        this.sha256 = sha256;
        this.found = found;
        this.limits = limits;
    }

    /** The same with the file's own name. */
    public static CsvFile open(Path path, List<Layout> layouts, Limits limits) {
        return open(path, String.valueOf(path.getFileName()), layouts, limits);
    }

    /**
     * Recognises a file.
     *
     * @param name under which it was uploaded
     * @param layouts those it may have, at least one; its header chooses
     * @throws FileRefusal if it cannot be read, has no bytes or too many of bytes or columns, is in
     *     neither encoding, has no header of a known layout, lacks a required column or repeats a
     *     column
     */
    public static CsvFile open(Path path, String name, List<Layout> layouts, Limits limits) {
        try {
            long bytes = Files.size(path);
            if (bytes == 0) {
                throw new FileRefusal("upload.empty", name, 1, "", "0", "> 0");
            }
            if (bytes > limits.fileSize().toBytes()) {
                throw new FileRefusal(
                        "upload.tooLarge",
                        name,
                        1,
                        "",
                        "" + bytes,
                        "" + limits.fileSize().toBytes());
            }
            HeaderReader.Found found = new HeaderReader(path, name, layouts, limits).read();
            FileTime modified = Files.getLastModifiedTime(path);
            return new CsvFile(path, name, bytes, modified, digest(path), found, limits);
        } catch (IOException e) {
            throw new FileRefusal("upload.unreadable", name, 0, "", path.toString(), "");
        }
    }

    public String name() {
        return name;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** In hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    public Encoding encoding() {
        return found.encoding();
    }

    /** The one of the layouts given that it has. */
    public Layout layout() {
        return found.header().layout();
    }

    /** The names of its columns, in its order. */
    public List<String> headers() {
        return found.header().names();
    }

    /** Under which it was opened. */
    Limits limits() {
        return limits;
    }

    Header header() {
        return found.header();
    }

    /** Where the first row, or the line end before it, begins. */
    long rowsOffset() {
        return found.offset();
    }

    /** The physical line of {@link #rowsOffset}. */
    long rowsLine() {
        return found.line();
    }

    /** The bytes from an offset on. */
    InputStream from(long offset) {
        try {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a file that somebody has written to since it was recognised. */
    void refuseIfChanged() {
        try {
            if (Files.size(path) != bytes || !Files.getLastModifiedTime(path).equals(modified)) {
                throw new FileRefusal("upload.changed", name, 0, "", name, sha256);
            }
        } catch (IOException e) {
            throw new FileRefusal("upload.unreadable", name, 0, "", path.toString(), "");
        }
    }

    /** SHA-256 of a whole file, in hex. */
    static String digest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha256.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
