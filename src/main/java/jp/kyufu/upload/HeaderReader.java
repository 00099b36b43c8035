package jp.kyufu.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads the first record of a file and finds the encoding and the layout in which its names make
 * sense. A few broken bytes further down do not change what the file is; a header that fits nothing
 * refuses it whole.
 */
final class HeaderReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Encoding[] MARKED = {Encoding.UTF_8};
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int SHOWN = 80;

    /** What was found: where the rows begin, and how to read them. */
    record Found(Header header, Encoding encoding, long offset, long line) {}

    /** The names of the first record in one encoding, and the layout that they fit best. */
    private record Guess(List<String> names, Layout layout, Encoding encoding) {

        long missing() {
            return layout.required().stream().filter(name -> !names.contains(name)).count();
        }

        boolean anyFits() {
            return layout.required().stream().anyMatch(names::contains);
        }
    }

    private final Path path;
    private final String name;
    private final List<Layout> layouts;
    private final Limits limits;

    HeaderReader(Path path, String name, List<Layout> layouts, Limits limits) {
        this.path = path;
        this.name = name;
        this.layouts = layouts;
        this.limits = limits;
    }

    Found read() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            in.mark(BYTE_ORDER_MARK.length);
            boolean marked = Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
            if (!marked) {
                in.reset();
            }
            long start = marked ? BYTE_ORDER_MARK.length : 0;
            RecordBlock block = new RecordScanner(in, start, 1, 0, limits).next();
            if (block.size() == 0) {
                throw refusal("upload.headerMissing", "", "", expected());
            }
            Guess best = best(block, marked);
            refuseUnfit(best);
            if (endsInCarriageReturn(block.raw(0))) {
                throw lineEnd();
            }
            return new Found(
                    Header.of(best.names(), best.layout()),
                    best.encoding(),
                    start + block.start(0) + block.length(0),
                    block.line(0) + lineEnds(block.raw(0)));
        }
    }

    private Guess best(RecordBlock block, boolean marked) throws IOException {
        List<Guess> guesses = new ArrayList<>();
        for (Encoding encoding : marked ? MARKED : Encoding.values()) {
            Optional<List<String>> names = names(block, encoding);
            if (names.isPresent()) {
                layouts.forEach(layout -> guesses.add(new Guess(names.get(), layout, encoding)));
            }
        }
        // The first of equals wins: UTF-8, and the layout that was named first.
        Guess best =
                guesses.stream()
                        .min(Comparator.comparingLong(Guess::missing))
                        .orElseThrow(() -> unreadable(block));
        boolean tellsNothing =
                guesses.stream()
                        .anyMatch(other ->
                                other.encoding() != best.encoding()
                                        && other.names().equals(best.names()));
        if (tellsNothing && !isWholly(Encoding.UTF_8)) {
            return new Guess(best.names(), best.layout(), Encoding.WINDOWS_31J);
        }
        return best;
    }

    private static Optional<List<String>> names(RecordBlock block, Encoding encoding) {
        int from = block.start(0);
        int length = block.length(0);
        String text = encoding.decode(block.bytes(), from, length);
        if (block.isBroken(0) || !encoding.isWhole(text, block.bytes(), from, length)) {
            return Optional.empty();
        }
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(text))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            return parser.stream()
                    .findFirst()
                    .map(first -> first.stream().map(HeaderReader::clean).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clean(String name) {
        return CONTROL.matcher(name).replaceAll(" ").strip();
    }

    /** Whether the whole file is of one encoding: asked only where its header is plain ASCII. */
    private boolean isWholly(Encoding encoding) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            RecordScanner scanner = new RecordScanner(in, 0, 1, 0, limits);
            while (scanner.hasNext()) {
                RecordBlock block = scanner.next();
                for (int i = 0; i < block.size(); i++) {
                    int from = block.start(i);
                    String text = encoding.decode(block.bytes(), from, block.length(i));
                    if (!encoding.isWhole(text, block.bytes(), from, block.length(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private void refuseUnfit(Guess best) {
        int columns = best.names().size();
        if (columns > limits.columns()) {
            throw refusal("upload.tooManyColumns", "", "" + columns, "" + limits.columns());
        }
        Set<String> seen = new HashSet<>();
        if (!best.anyFits()) {
            throw refusal("upload.headerUnknown", "", shown(best.names()), expected());
        }
        for (String column : best.names()) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw refusal("upload.columnRepeated", column, column, "1");
            }
        }
        List<String> missing =
                best.layout().required().stream().filter(c -> !seen.contains(c)).toList();
        if (!missing.isEmpty()) {
            String found = String.join(",", best.names());
            throw refusal(
                    "upload.columnMissing", missing.getFirst(), found, String.join(",", missing));
        }
    }

    /**
     * Whether a carriage return alone ends the header: then all that follows it up to the next line
     * feed was taken for a part of it, and would be lost.
     */
    private static boolean endsInCarriageReturn(byte[] header) {
        boolean quoted = false;
        for (byte b : header) {
            quoted ^= b == '"';
            if (b == '\r' && !quoted) {
                return true;
            }
        }
        return false;
    }

    private FileRefusal lineEnd() {
        return refusal("upload.lineEnd", "", "CR", "CRLF, LF");
    }

    private FileRefusal unreadable(RecordBlock block) {
        if (block.isBroken(0) && endsInCarriageReturn(block.raw(0))) {
            return lineEnd();
        }
        if (block.isBroken(0)) {
            String text = Encoding.UTF_8.decode(block.bytes(), block.start(0), block.length(0));
            return refusal("upload.headerUnknown", "", shown(List.of(text)), expected());
        }
        byte[] first = Arrays.copyOf(block.raw(0), Math.min(16, block.length(0)));
        String bytes = HexFormat.ofDelimiter(" ").formatHex(first);
        return refusal("upload.encodingUnknown", "", bytes, "UTF-8, Windows-31J");
    }

    private FileRefusal refusal(String key, String column, String found, String expected) {
        return new FileRefusal(key, name, 1, column, found, expected);
    }

    private String expected() {
        return layouts.stream()
                .map(layout -> String.join(",", layout.required()))
                .collect(Collectors.joining(" | "));
    }

    private static String shown(List<String> names) {
        String text = String.join(",", names);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static long lineEnds(byte[] raw) {
        long count = 0;
        for (byte b : raw) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
