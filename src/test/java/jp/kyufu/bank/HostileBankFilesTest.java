package jp.kyufu.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.kyufu.samples.Mutation;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of banks, damaged by {@link Mutation}: refused, or read as they are, never otherwise. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileBankFilesTest {

    private static final int FILES = 4_000;
    private static final long SEED = Long.getLong("seed", 1);
    private static final Path SAMPLES = Path.of("sample-files");

    @Test
    void aDamagedReturnFileIsRefusedOrSaysWhatItsBytesSay() throws IOException {
        System.out.println("seed " + SEED);
        byte[] file = answer();
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(file);
            try {
                ReturnFile result = ReturnFile.read(bytes, "damaged.txt");
                for (ReturnLine line : result.lines()) {
                    if (line instanceof ReturnLine.Read found) {
                        String record = record(bytes, found.offset(), found.length());
                        assertThat(found.paymentNo())
                                .as("seed %s", SEED + i)
                                .isEqualTo(Long.parseLong(record.substring(91, 101)));
                        assertThat(found.amount())
                                .isEqualTo(Long.parseLong(record.substring(80, 90)));
                        assertThat(found.resultCode() < 0x80 ? found.resultCode() : '?')
                                .isEqualTo(record.charAt(113) < 0x80 ? record.charAt(113) : '?');
                        assertThat(found.bank().digits()).isEqualTo(record.substring(1, 5));
                        assertThat(found.branch().digits()).isEqualTo(record.substring(20, 23));
                        assertThat(found.account().digits()).isEqualTo(record.substring(43, 50));
                    }
                }
                assertThat(result.lines()).as("seed %s", SEED + i).hasSize(records(bytes));
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.location()).as("seed %s", SEED + i).startsWith("damaged.txt:");
            }
        }
        assertThat(read).isBetween(FILES / 100, FILES * 9 / 10);
    }

    @Test
    void aDamagedBankMasterIsRefusedOrEveryLineOfItIsABranch() throws IOException {
        byte[] file =
                Files.readAllLines(SAMPLES.resolve("bank-branches.csv")).stream()
                        .limit(60)
                        .collect(Collectors.joining("\r\n", "", "\r\n"))
                        .getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new Mutation(SEED + i).of(file);
            try {
                List<BankBranch> branches = BankMasterFile.read(bytes, "damaged.csv");
                String text = decoded(bytes);
                if (text.indexOf('"') >= 0
                        || text.contains("\r\r")
                        || text.indexOf('\u0085') >= 0) {
                    continue; // the independent reader below knows no quotes
                }
                List<String> expected = new ArrayList<>();
                text.lines().skip(1).filter(line -> !line.isBlank()).forEach(expected::add);
                assertThat(branches).as("seed %s", SEED + i).hasSize(expected.size());
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.key()).as("seed %s", SEED + i).startsWith("bank.");
            }
        }
        assertThat(read).isGreaterThan(FILES / 100);
    }

    private static byte[] answer() throws IOException {
        try (var files = Files.list(SAMPLES.resolve("golden/results"))) {
            Path first =
                    files.filter(f -> f.toString().endsWith(".txt"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
            byte[] all = Files.readAllBytes(first);
            List<String> records = new String(all, StandardCharsets.ISO_8859_1).lines().toList();
            List<String> few = new ArrayList<>(records.subList(0, 21));
            long sum =
                    few.stream()
                            .filter(r -> r.startsWith("2"))
                            .mapToLong(r -> Long.parseLong(r.substring(80, 90)))
                            .sum();
            few.add("8%06d%012d%s".formatted(20, sum, " ".repeat(101)));
            few.add("9" + " ".repeat(119));
            return (String.join("\r\n", few) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static String record(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        return text + " ".repeat(120 - text.length());
    }

    /** Data records, counted by their first byte at the beginning of a line. */
    private static int records(byte[] bytes) {
        return (int)
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("2"))
                        .count();
    }

    private static String decoded(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new IllegalStateException();
    }
}
