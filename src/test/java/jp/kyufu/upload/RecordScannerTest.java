package jp.kyufu.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RecordScannerTest {

    private static final int MAX_RECORD = (int) UsualLimits.USUAL.rowSize().toBytes();

    @Test
    void recordsEndAtEitherLineEndAndBlankLinesAreNone() {
        assertThat(cut("a,b\r\nc,d\n\n\r\ne,f")).containsExactly("1 a,b", "2 c,d", "5 e,f");
        assertThat(cut("a,b\n")).containsExactly("1 a,b");
        assertThat(cut("")).isEmpty();
        assertThat(cut("\n\r\n")).isEmpty();
    }

    @Test
    void aQuotedFieldMayHoldCommasQuotesAndLineEnds() {
        assertThat(cut("1,\"a,\"\"b\"\"\r\nc\"\r\n2,\"\"\n"))
                .containsExactly("1 1,\"a,\"\"b\"\"\r\nc\"", "3 2,\"\"");
    }

    @Test
    void aQuoteInsideAFieldIsAnOrdinaryCharacter() {
        assertThat(cut("1,a\"b\n2,c\n")).containsExactly("1 1,a\"b", "2 2,c");
    }

    @Test
    void textAfterAClosingQuoteBreaksOneLineOnly() {
        assertThat(cut("1,\"a\"b\n2,c\n")).containsExactly("1 !1,\"a\"b", "2 2,c");
        assertThat(cut("1,\"a\nb\"c\n2,c\n")).containsExactly("1 !1,\"a", "2 b\"c", "3 2,c");
    }

    @Test
    void aQuoteThatNeverClosesBreaksOneLineOnly() {
        assertThat(cut("1,\"a\n2,b\n3,c")).containsExactly("1 !1,\"a", "2 2,b", "3 3,c");
        assertThat(cut("1,\"a\n2,\"b\"\n3,c\n")).containsExactly("1 !1,\"a", "2 2,\"b\"", "3 3,c");
        String far = "1,\"a\n" + "2,b\n".repeat(50) + "3,\"c\"\n";
        assertThat(cut(far)).hasSize(52).startsWith("1 !1,\"a", "2 2,b").endsWith("52 3,\"c\"");
        String wide = "1,\"a\n2," + "b".repeat(MAX_RECORD) + ",\"\n3,c\n";
        assertThat(cut(wide)).hasSize(3).startsWith("1 !1,\"a").endsWith("3 3,c");
    }

    @Test
    void aRecordOfSeveralLinesWithTooManyFieldsIsTakenForAnUnclosedQuote() {
        assertThat(cut("1,\"a\n2,b,\",c\"\n3,d\n")).first().isEqualTo("1 !1,\"a");
    }

    @Test
    void aLineTooLongToBeARowIsCutAndTheNextIsReadInItsPlace() {
        for (int length : new int[] {70_000, 300_000, 1_000_000}) {
            List<String> records = cut("1,a\n" + "x".repeat(length) + "\r\n3,c\n");
            assertThat(records).hasSize(3).startsWith("1 1,a").endsWith("3 3,c");
            assertThat(records.get(1)).startsWith("2 !xxx").hasSize(3 + MAX_RECORD);
        }
        assertThat(cut("x".repeat(600_000))).hasSize(1);
    }

    @Test
    void secondBytesOfWindows31jAreNeverTakenForSyntax() throws IOException {
        // ソ and 表 end in 0x5C, 能 in 0x5C, ポ in 0x7C
        byte[] bytes = "ソ表,\"能ポ\"\r\n".getBytes("windows-31j");
        RecordBlock block =
                new RecordScanner(new ByteArrayInputStream(bytes), 0, 1, 2, UsualLimits.USUAL)
                        .next();
        assertThat(new String(block.raw(0), "windows-31j")).isEqualTo("ソ表,\"能ポ\"");
    }

    /** Blocks end wherever they end: a resumed reading gives the same records. */
    @Test
    void readingOnFromTheEndOfAnyBlockGivesTheSameRecords() {
        RandomGenerator random = seeded();
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_200_000) {
            text.append(randomRow(random, 4, true)).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        RecordScanner whole =
                new RecordScanner(new ByteArrayInputStream(bytes), 0, 1, 4, UsualLimits.USUAL);
        List<String> expected = new ArrayList<>();
        List<String> resumed = new ArrayList<>();
        long offset = 0;
        long line = 1;
        while (whole.hasNext()) {
            collect(whole.next(), expected);
            ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
            assertThat(rest.skip(offset)).isEqualTo(offset);
            RecordBlock block = new RecordScanner(rest, offset, line, 4, UsualLimits.USUAL).next();
            collect(block, resumed);
            offset = block.nextOffset();
            line = block.nextLine();
        }
        assertThat(offset).isEqualTo(bytes.length);
        assertThat(resumed).isEqualTo(expected);
    }

    @Test
    void validFilesAreCutAsCommonsCsvCutsThem() throws IOException {
        RandomGenerator random = seeded();
        for (int file = 0; file < 200; file++) {
            int columns = 1 + random.nextInt(5);
            StringBuilder text = new StringBuilder();
            for (int row = random.nextInt(40); row > 0; row--) {
                text.append(randomRow(random, columns, false));
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<String> ours = new ArrayList<>();
            List<String> theirs = new ArrayList<>();
            for (String record : cut(text.toString(), columns)) {
                ours.add(fields(record.substring(record.indexOf(' ') + 1)).toString());
            }
            try (CSVParser parser = parser(text.toString())) {
                for (CSVRecord record : parser) {
                    theirs.add(record.toList().toString());
                }
            }
            assertThat(ours).as(text.toString()).isEqualTo(theirs);
        }
    }

    private static List<String> fields(String record) throws IOException {
        try (CSVParser parser = parser(record)) {
            return parser.getRecords().getFirst().toList();
        }
    }

    private static CSVParser parser(String text) throws IOException {
        return CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get();
    }

    /** A row of RFC 4180 or, if {@code damaged}, now and then one with a stray quote. */
    private static String randomRow(RandomGenerator random, int columns, boolean damaged) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            row.append(i == 0 ? "" : ",");
            String plain = "x" + "あ".repeat(random.nextInt(4)) + random.nextInt(100);
            row.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\"" + plain + ",\"\"q\"\"\"";
                        case 1 -> "\"two\r\nlines\n" + plain + "\"";
                        case 2 -> "\"\"";
                        case 3 -> damaged && random.nextInt(40) == 0 ? "\"open" : plain;
                        default -> plain;
                    });
        }
        return row.toString();
    }

    private static RandomGenerator seeded() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("RecordScannerTest -Dtest.seed=" + seed);
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<String> cut(String text) {
        return cut(text, 2);
    }

    private static List<String> cut(String text, int columns) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RecordScanner scanner =
                new RecordScanner(
                        new ByteArrayInputStream(bytes), 0, 1, columns, UsualLimits.USUAL);
        List<String> records = new ArrayList<>();
        while (scanner.hasNext()) {
            collect(scanner.next(), records);
        }
        return records;
    }

    /** Each record as its line, a mark if it is broken, and its text. */
    private static void collect(RecordBlock block, List<String> to) {
        for (int i = 0; i < block.size(); i++) {
            String text = new String(block.raw(i), StandardCharsets.UTF_8);
            to.add(block.line(i) + " " + (block.isBroken(i) ? "!" : "") + text);
        }
    }
}
