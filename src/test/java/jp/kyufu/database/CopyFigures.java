package jp.kyufu.database;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.stream.IntStream;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;

/** Prints what COPY, sealing and fingerprints cost on this machine. Not a test: run its main. */
final class CopyFigures {

    private static final int ROWS = 600_000;
    private static final int BLOCK = 5_000;

    private CopyFigures() {}

    public static void main(String[] args) throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.ownerDataSource().getConnection()) {
            for (int round = 0; round < 3; round++) {
                copy(connection);
            }
            vault(Keys.open(database.appDataSource(), Files.createTempDirectory("keys"), false));
        }
        System.exit(0);
    }

    private static void copy(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS figures");
            statement.execute(
                    "CREATE TABLE figures (no text, household text, name text, kana text, born date,"
                            + " address text, k1 bigint, k2 bigint, protected boolean)");
        }
        long start = cpu();
        CopyBuffer reused = new CopyBuffer();
        try (CopyIn in = CopyIn.open(connection, "figures")) {
            for (int at = 0; at < ROWS; at += BLOCK) {
                in.write(fill(reused.clear(), at));
            }
            in.finish();
        }
        report("copy in, one thread", start, ROWS);

        start = cpu();
        try (CopyIn in = CopyIn.open(connection, "figures")) {
            OrderedFlow.run(
                    IntStream.range(0, ROWS / BLOCK).iterator(),
                    block -> fill(new CopyBuffer(1 << 20), block * BLOCK),
                    in::write);
            in.finish();
        }
        report("copy in, filled on all cores", start, ROWS);

        start = cpu();
        long[] sum = {0};
        long rows =
                CopyReader.read(
                        connection,
                        "SELECT * FROM figures",
                        row -> sum[0] += row.text(0).length() + row.text(2).length() + row.int8(6));
        report("copy out, two texts and a number decoded", start, rows);
    }

    private static CopyBuffer fill(CopyBuffer buffer, int from) {
        for (int i = from; i < from + BLOCK; i++) {
            buffer.row(9)
                    .text("00000" + i)
                    .text("000" + i / 2)
                    .text("桑宮\u3000太郎" + i % 1_000)
                    .text("クワノミヤ\u3000タロウ")
                    .date(LocalDate.ofEpochDay(i % 20_000))
                    .text("桑都市元本郷町三丁目" + i % 500 + "番地")
                    .int8(i * 0x9E3779B97F4A7C15L)
                    .int8(i)
                    .bool(i % 100 == 0);
        }
        return buffer;
    }

    private static void vault(Keys keys) {
        Vault vault = keys.vault();
        Fingerprints fingerprints = keys.fingerprints();
        byte[] plain = "x".repeat(400).getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 5; round++) {
            long start = cpu();
            for (int i = 0; i < ROWS; i++) {
                vault.seal(plain);
            }
            report("seal 400 bytes", start, ROWS);
            byte[] sealed = vault.seal(plain);
            start = cpu();
            for (int i = 0; i < ROWS; i++) {
                vault.open(sealed);
            }
            report("open 400 bytes", start, ROWS);
            start = cpu();
            for (int i = 0; i < ROWS; i++) {
                fingerprints.of("0001-001-1-1234567");
            }
            report("fingerprint", start, ROWS);
        }
    }

    /** Processor time of this thread alone: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void report(String what, long start, long rows) {
        double seconds = (cpu() - start) / 1e9;
        System.out.printf(
                "%-45s %,12.0f/s %8.2f µs each%n", what, rows / seconds, 1e6 * seconds / rows);
    }
}
