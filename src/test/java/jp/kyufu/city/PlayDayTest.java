package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayDayTest {

    private static final Path GOLDEN = Path.of("sample-files", "golden");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);

    @TempDir Path temp;

    @Test
    void theStatementDebitsEachFileAndCreditsWhatCameBack() throws IOException {
        Statement statement = statement(DAY);
        assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(statement.lines().stream().filter(line -> !line.credit()))
                .extracting(StatementLine::amount)
                .containsExactlyInAnyOrder(sum("1"), sum("2"));
        assertThat(statement.lines().stream().filter(StatementLine::credit))
                .extracting(line -> Long.parseLong(line.reference()))
                .containsExactlyElementsOf(returned());
    }

    @Test
    void beforeThePayDateThereIsNothingToTell() throws IOException {
        assertThat(play(LocalDate.of(2026, 6, 30)))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("goukei-soto2026-20260630.csv");
    }

    @Test
    void theSameAnswersGiveTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(play(DAY).getFirst());
        assertThat(Files.readAllBytes(play(DAY).getFirst())).isEqualTo(first);
    }

    private List<Path> play(LocalDate day) throws IOException {
        return PlayDay.play(GOLDEN.resolve("files"), GOLDEN.resolve("results"), temp, day);
    }

    private Statement statement(LocalDate day) throws IOException {
        return StatementFile.read(Files.readAllBytes(play(day).getFirst()), "s").getFirst();
    }

    private static long sum(String file) throws IOException {
        return answer(file).stream().mapToLong(ReturnLine.Read::amount).sum();
    }

    private static List<Long> returned() throws IOException {
        return List.of("1", "2").stream()
                .flatMap(file -> {
                    try {
                        return answer(file).stream();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .filter(line -> line.resultCode() != '0')
                .map(ReturnLine.Read::paymentNo)
                .sorted()
                .toList();
    }

    private static List<ReturnLine.Read> answer(String file) throws IOException {
        String name = "kekka-furikomi-soto2026-00000" + file + "-20260701.txt";
        return ReturnFile.read(Files.readAllBytes(GOLDEN.resolve("results").resolve(name)), name)
                .lines()
                .stream()
                .map(ReturnLine.Read.class::cast)
                .toList();
    }
}
