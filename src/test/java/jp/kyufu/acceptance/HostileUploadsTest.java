package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.samples.Mutation;
import jp.kyufu.upload.UploadReport;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@code sample-files}, damaged by {@link Mutation} and handed in: refused whole
 * without a trace, or every line is accepted or rejected, and what is accepted is what stands
 * there.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileUploadsTest {

    private static final int FILES = Integer.getInteger("files", 120);
    private static final long SEED = Long.getLong("seed", 1);
    private static final Path SAMPLES = Path.of("sample-files");
    private static final Charset PAPER = Charset.forName("windows-31j");
    private static final int ROWS = 25;

    @TempDir static Path directory;
    private static Village village;
    private static Ledgers ledgers;

    @BeforeAll
    static void settle() {
        System.out.println("seed " + SEED + ", files " + FILES);
        village = new Village(directory, 3, 9_999, false);
        ledgers = new Ledgers(village.jdbc());
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
    void damagedApplications() throws IOException {
        String online = beginning("applications-online.csv", StandardCharsets.UTF_8);
        String paper = beginning("applications-paper.csv", PAPER);
        int taken = 0;
        for (int i = 0; i < FILES; i++) {
            boolean byPost = i % 2 == 0;
            String fresh =
                    (byPost ? paper : online)
                            .replace("W00", "W" + (10 + i % 90))
                            .replace("P00", "P" + (10 + i % 90));
            byte[] bytes =
                    new Mutation(SEED + i)
                            .of(fresh.getBytes(byPost ? PAPER : StandardCharsets.UTF_8));
            Path file = Files.write(directory.resolve("damaged-" + i + ".csv"), bytes);
            Optional<UploadReport> report =
                    handIn(
                            SEED + i,
                            () ->
                                    village.get(ImportJobs.class)
                                            .applications(file, village.program, "OFFICE")
                                            .upload());
            if (report.isPresent()) {
                everyLineIsAccountedFor(SEED + i, bytes, report.get());
                acceptedAsWritten(SEED + i, bytes, report.get());
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(FILES / 10);
    }

    @Test
    void damagedRegisters() throws IOException {
        String register = beginning("register-20260227.csv", StandardCharsets.UTF_8);
        LocalDate asOf = LocalDate.of(2026, 3, 1);
        int taken = 0;
        for (int i = 0; i < FILES / 2; i++) {
            byte[] bytes = new Mutation(SEED + i).of(register.getBytes(StandardCharsets.UTF_8));
            Path file = Files.write(directory.resolve("register-" + i + ".csv"), bytes);
            asOf = asOf.plusDays(1);
            LocalDate day = asOf;
            Optional<UploadReport> report =
                    handIn(
                            SEED + i,
                            () ->
                                    village.get(ImportJobs.class)
                                            .register(file, day, "OFFICE")
                                            .upload());
            if (report.isPresent()) {
                everyLineIsAccountedFor(SEED + i, bytes, report.get());
                residentsAsWritten(SEED + i, bytes, report.get());
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(FILES / 20);
    }

    private interface Import {
        UploadReport run();
    }

    private static Optional<UploadReport> handIn(long seed, Import act) {
        var before = ledgers.digest();
        try {
            return Optional.of(act.run());
        } catch (Refusal refusal) {
            assertThat(ledgers.digest()).as("seed %s: %s", seed, refusal.key()).isEqualTo(before);
            return Optional.empty();
        }
    }

    /** Where no quote can join lines, every line with content is accepted, repeated or rejected. */
    private static void everyLineIsAccountedFor(long seed, byte[] bytes, UploadReport report) {
        List<String> lines = lines(bytes);
        if (lines.stream().noneMatch(line -> line.indexOf('"') >= 0)) {
            long rows = lines.stream().filter(line -> !line.isEmpty()).count() - 1;
            assertThat(report.accepted() + report.repeated() + report.rejected())
                    .as("seed %s", seed)
                    .isEqualTo(rows);
        }
        long rejected =
                village.jdbc()
                        .sql("SELECT count(DISTINCT line) FROM intake_reject WHERE file_id = :file")
                        .param("file", report.fileId())
                        .query(Long.class)
                        .single();
        assertThat(rejected).as("seed %s", seed).isEqualTo(report.rejected() + report.repeated());
    }

    private static void acceptedAsWritten(long seed, byte[] bytes, UploadReport report) {
        List<String> lines = lines(bytes);
        village.jdbc()
                .sql(
                        "SELECT application_id & 4294967295 AS line, receipt_no FROM application"
                                + " WHERE application_id >> 32 = :file")
                .param("file", report.fileId())
                .query(row -> {
                    String line = lines.get(row.getInt("line") - 1);
                    assertThat(folded(line))
                            .as("seed %s line %s", seed, row.getInt("line"))
                            .contains(folded(row.getString("receipt_no")));
                });
    }

    private static void residentsAsWritten(long seed, byte[] bytes, UploadReport report) {
        Set<String> written = new HashSet<>();
        List<String> lines = lines(bytes);
        if (lines.stream().anyMatch(line -> line.indexOf('"') >= 0)) {
            return; // the independent reader knows no quotes
        }
        String head = lines.stream().filter(line -> !line.isBlank()).findFirst().orElseThrow();
        List<String> header =
                Stream.of(folded(head).replace("\uFEFF", "").split(",", -1))
                        .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
                        .toList();
        int number = header.indexOf("宛名番号");
        int name = header.indexOf("氏名");
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            if (fields.length == header.size()) {
                written.add(folded(fields[number]).strip() + "|" + folded(fields[name]).strip());
            }
        }
        village.jdbc()
                .sql("SELECT resident_no, name FROM resident WHERE snapshot_id = :file")
                .param("file", report.fileId())
                .query(row -> {
                    assertThat(written)
                            .as("seed %s", seed)
                            .contains(
                                    row.getString("resident_no")
                                            + "|"
                                            + folded(row.getString("name")).strip());
                });
    }

    private static String beginning(String name, Charset charset) throws IOException {
        return new String(Files.readAllBytes(SAMPLES.resolve(name)), charset)
                .lines()
                .limit(ROWS)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(decoded(bytes).split("\n", -1)).stream()
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** As UTF-8 where that is possible, else as the other encoding; broken bytes are U+FFFD. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            String utf8 = new String(bytes, StandardCharsets.UTF_8);
            return utf8.contains("受付番号") || utf8.contains("宛名番号") ? utf8 : new String(bytes, PAPER);
        }
    }
}
