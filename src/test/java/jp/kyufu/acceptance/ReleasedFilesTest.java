package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * What left the building, read by a reader of its own straight from the standard's table of columns
 * (全銀 総合振込, 令和元年12月), and what stayed in the database, searched for what must not be there.
 */
class ReleasedFilesTest {

    private static final int HOUSEHOLDS = 24;
    private static final int RECORDS = 7;

    @TempDir static Path directory;
    private static Village village;
    private static Path out;
    private static List<Path> written;

    @BeforeAll
    static void pay() {
        village = new Village(directory, HOUSEHOLDS, RECORDS);
        out = directory.resolve("out");
        FileActs acts = village.get(FileActs.class);
        List<Integer> files = village.build();
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        written = acts.release(files, out, "FINANCE");
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    @Test
    void everyColumnOfATransferFileIsWhatTheStandardSays() throws IOException {
        Map<String, Map<String, String>> payments = village.export(Export.PAYMENTS, "payment_no");
        List<Long> numbers = new ArrayList<>();
        for (Path file : transferFiles()) {
            assertThat(file.getFileName().toString())
                    .matches("furikomi-mura2026-\\d{6}-20260602\\.txt");
            List<byte[]> records = records(Files.readAllBytes(file));
            header(records.getFirst());
            long sum = 0;
            List<byte[]> data = records.subList(1, records.size() - 2);
            assertThat(data).hasSizeBetween(1, RECORDS);
            for (byte[] record : data) {
                numbers.add(data(record, payments));
                sum += Long.parseLong(columns(record, 81, 90));
            }
            byte[] trailer = records.get(records.size() - 2);
            assertThat(columns(trailer, 1, 120))
                    .isEqualTo("8%06d%012d".formatted(data.size(), sum) + " ".repeat(101));
            assertThat(columns(records.getLast(), 1, 120)).isEqualTo("9" + " ".repeat(119));
        }
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(HOUSEHOLDS * 3 / 4);
    }

    private static void header(byte[] record) {
        assertThat(columns(record, 1, 14)).isEqualTo("12100000000777");
        assertThat(kana(record, 15, 54)).isEqualTo("ﾑﾗﾔｸﾊﾞ" + " ".repeat(34));
        assertThat(columns(record, 55, 62)).isEqualTo("06020005");
        assertThat(columns(record, 78, 80)).isEqualTo("123");
        assertThat(columns(record, 96, 103)).isEqualTo("10000099");
        assertThat(columns(record, 104, 120)).isBlank();
    }

    /** One transfer; gives its payment number. */
    private static long data(byte[] record, Map<String, Map<String, String>> payments) {
        long number = Long.parseLong(columns(record, 92, 101));
        Map<String, String> payment = payments.get(Long.toString(number));
        int h = Integer.parseInt(payment.get("receipt_no").substring(1));
        assertThat(columns(record, 1, 5)).isEqualTo("20005");
        assertThat(columns(record, 21, 23)).isEqualTo("123");
        assertThat(columns(record, 39, 43)).isEqualTo("00001");
        assertThat(columns(record, 44, 50)).isEqualTo(Village.account(h));
        assertThat(kana(record, 51, 80).strip()).isEqualTo(halfWidth(Village.kana(h, 0)));
        assertThat(columns(record, 81, 90)).isEqualTo("%010d".formatted(5_000 * (1 + h % 3)));
        assertThat(columns(record, 91, 91)).isEqualTo("0");
        assertThat(columns(record, 102, 111)).isIn("0000000000", " ".repeat(10));
        assertThat(columns(record, 112, 112)).isIn("7", " ");
        assertThat(columns(record, 113, 120)).isBlank();
        return number;
    }

    @Test
    void aPointFileNamesAWalletOrAChargeCodeThatChecks() throws IOException {
        Path file =
                written.stream().filter(f -> f.toString().endsWith(".csv")).findAny().orElseThrow();
        String text = Files.readString(file);
        assertThat(file.getFileName().toString()).matches("points-mura2026-\\d{6}\\.csv");
        assertThat(text).endsWith("\n").doesNotContain("\r");
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("付与番号,桑都ペイID,付与コード,ポイント数,有効期限,事業コード");
        Map<String, Map<String, String>> payments = village.export(Export.PAYMENTS, "payment_no");
        assertThat(lines).hasSize(1 + HOUSEHOLDS / 4);
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", -1);
            int h = Integer.parseInt(payments.get(field[0]).get("receipt_no").substring(1));
            assertThat(field[1]).isEqualTo(h % 8 == 0 ? Village.wallet(h) : "");
            if (h % 8 != 0) {
                assertThat(luhn32(field[2])).as(field[2]).isZero();
            } else {
                assertThat(field[2]).isEmpty();
            }
            assertThat(field[3]).isEqualTo(Integer.toString(6_000 * (1 + h % 3)));
            assertThat(field[4]).isEqualTo("2026-12-31");
            assertThat(field[5]).isEqualTo("mura2026");
        }
    }

    @Test
    void aDownloadGivesTheSameBytesAndTheListNamesThem() throws IOException {
        Path again = village.get(FileActs.class).download(1, directory.resolve("again"), "FINANCE");
        assertThat(again).hasSameBinaryContentAs(out.resolve(again.getFileName()));
    }

    @Test
    void noAccountHolderWalletOrCodeStandsInTheDatabaseAsItWasSent() throws Exception {
        String all = new String(everyTable(), StandardCharsets.UTF_8);
        assertThat(all).contains("W0000000001", Village.resident(1, 0));
        for (int h = 1; h <= HOUSEHOLDS; h++) {
            if (h % 4 != 0) {
                assertThat(all).doesNotContain(Village.account(h));
                assertThat(all).doesNotContain(halfWidth(Village.kana(h, 0)));
            } else {
                assertThat(all).doesNotContain(Village.wallet(h), Village.wallet(h).substring(2));
            }
        }
    }

    /** Every table and sequence of the database as COPY writes it, binary columns also decoded. */
    private static byte[] everyTable() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Connection connection = village.database.superuserDataSource().getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table :
                    village.jdbc()
                            .sql(
                                    "SELECT relname FROM pg_class WHERE relkind = 'r'"
                                            + " AND relnamespace = 'public'::regnamespace")
                            .query(String.class)
                            .list()) {
                copy.copyOut("COPY " + table + " TO STDOUT", all);
                copy.copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", all);
            }
        }
        return all.toByteArray();
    }

    private static List<Path> transferFiles() {
        return written.stream().filter(file -> file.toString().endsWith(".txt")).toList();
    }

    /** 120 bytes and CRLF each, to the last byte. */
    private static List<byte[]> records(byte[] file) {
        assertThat(file.length % 122).isZero();
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < file.length; at += 122) {
            assertThat(file[at + 120]).isEqualTo((byte) '\r');
            assertThat(file[at + 121]).isEqualTo((byte) '\n');
            records.add(java.util.Arrays.copyOfRange(file, at, at + 120));
        }
        return records;
    }

    /** Columns as the standard counts them, from 1, both included; ASCII only. */
    private static String columns(byte[] record, int from, int to) {
        String text = new String(record, from - 1, to - from + 1, StandardCharsets.US_ASCII);
        assertThat(text).doesNotContain("\uFFFD");
        return text;
    }

    /** JIS X 0201: A1 to DF are the half-width forms FF61 to FF9F. */
    private static String kana(byte[] record, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from - 1; i < to; i++) {
            int b = record[i] & 0xFF;
            text.append((char) (b >= 0xA1 ? b - 0xA1 + 0xFF61 : b));
        }
        return text.toString();
    }

    private static final Map<String, String> HALF = new HashMap<>();

    static {
        String full = "サトウスズキタカハシナイロジブゴハ　";
        String half = "ｻ,ﾄ,ｳ,ｽ,ｽﾞ,ｷ,ﾀ,ｶ,ﾊ,ｼ,ﾅ,ｲ,ﾛ,ｼﾞ,ﾌﾞ,ｺﾞ,ﾊ, ";
        String[] parts = half.split(",", -1);
        for (int i = 0; i < full.length(); i++) {
            HALF.put(full.substring(i, i + 1), parts[i]);
        }
    }

    private static String halfWidth(String kana) {
        StringBuilder half = new StringBuilder();
        kana.codePoints().forEach(c -> half.append(HALF.get(Character.toString(c))));
        return half.toString();
    }

    /** 0 for a code whose check character is right: Luhn over 32 characters. */
    private static int luhn32(String code) {
        String alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        assertThat(code).hasSize(16);
        int sum = 0;
        for (int i = code.length() - 1, factor = 1; i >= 0; i--, factor = 3 - factor) {
            int product = factor * alphabet.indexOf(code.charAt(i));
            assertThat(product).isNotNegative();
            sum += product / 32 + product % 32;
        }
        return sum % 32;
    }
}
