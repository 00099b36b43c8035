package jp.kyufu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of finance on what the demo leaves. */
class BooksCommandsTest {

    @Test
    void everyFileAddsUpAndEveryTransferFileWasDebited() {
        JsonNode books = JsonMapper.shared().readTree(answer("books", "show", "--json").out());
        assertThat(books.path("files")).hasSize(4);
        for (JsonNode file : books.path("files")) {
            assertThat(file.path("difference").asLong()).isZero();
            assertThat(file.path("debited").asBoolean())
                    .isEqualTo(file.path("rail").asString().equals("CASH"));
            if (file.path("rail").asString().equals("CASH")) {
                assertThat(file.path("came_back").asLong())
                        .isEqualTo(file.path("returned").asLong());
            }
        }
        JsonNode cash = books.path("totals").path("CASH");
        assertThat(cash.path("sent").asLong())
                .isEqualTo(cash.path("credited").asLong() + cash.path("returned").asLong());
        assertThat(answer("books", "show").out()).contains("CASH").contains("POINTS");
    }

    @Test
    void theClosedDayIsShownAsTextAndJson() throws Exception {
        JsonNode sheet = JsonMapper.shared().readTree(answer("books", "day", "--json").out());
        assertThat(sheet.path("closed_on").asString()).isEqualTo("2026-07-02");
        String digest = sheet.path("digest").asString();
        assertThat(answer("books", "day", "--date", "2026-07-02").out()).contains(digest);
        assertThat(Files.readString(SampleCity.OUT.resolve("closes.csv"))).contains(digest);
    }

    @Test
    void aClosedDayIsNotClosedAgain() {
        Answer again =
                answer("close", "--date", "2026-07-02", "--as", "finance", "--today", "2026-07-02");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("2026-07-02");
    }

    @Test
    void theSubsidyIsWhatWasSettled() throws Exception {
        Path out = SampleCity.OUT.resolve("subsidy-again.csv");
        assertThat(answer("export", "subsidy", "--out", out.toString()).exitCode()).isZero();
        assertThat(out)
                .hasSameBinaryContentAs(SampleCity.FOLDER.resolve("golden").resolve("subsidy.csv"));
        Files.delete(out);
    }

    private static Answer answer(String... command) {
        SampleCity.demo();
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--data", SampleCity.DATA.resolve("demo").toString(), "--lang", "ja"));
        return Answer.of(args.toArray(String[]::new));
    }
}
