package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final Path BUILT_IN = Path.of("src/main/resources/jp/kyufu/matching/model.json");

    @TempDir Path directory;

    private void refused(String from, String to) throws IOException {
        String text = Files.readString(BUILT_IN);
        String broken = text.replaceFirst(from, to);
        assertThat(broken).as(from).isNotEqualTo(text);
        Path file = Files.writeString(directory.resolve("model.json"), broken);
        assertThatThrownBy(() -> Model.read(file))
                .as(from)
                .isInstanceOfSatisfying(
                        FileRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("matching.modelFile"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = directory.resolve("model.json");
        Model.builtIn().write(file);
        assertThat(Model.read(file)).isEqualTo(Model.builtIn());
    }

    @Test
    void whateverIsUnknownMissingOrNoShareIsRefused() throws IOException {
        refused("\"version\"", "\"Version\"");
        refused("\"accept\"", "\"accepts\"");
        refused("\"WRITTEN\"", "\"WRITEN\"");
        refused("\"BIRTH\"", "\"BORN\"");
        refused("\"u\" ?: [^ ]*\n", "\"u\": 0\n");
        refused("\"u\" ?: [^ ]*\n", "\"u\": 1.5\n");
        refused("\"m\" ?: [^,]*,", "\"m\": \"much\",");
        refused("\"m\" ?: [^,]*,", "");
        refused("\"accept\" ?: [^,]*,", "\"accept\": -100,");
        refused("\\}\\s*$", "");
    }

    @Test
    void noFileIsRefusedAsSuch() {
        assertThatThrownBy(() -> Model.read(directory.resolve("none.json")))
                .isInstanceOfSatisfying(
                        FileRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("matching.modelUnreadable"));
    }

    @Test
    void equalSaysMoreThanLikeAndDifferentSpeaksAgainst() {
        Model model = Model.builtIn();
        for (Fact fact : Fact.values()) {
            // Where the name is equal already, an equal reading says nothing.
            assertThat(model.bits(fact, 0)).as(fact + " equal").isGreaterThan(-0.1);
        }
        assertThat(model.bits(Fact.NAME, Fact.NameLevel.CLOSE.ordinal()))
                .isBetween(0.0, model.bits(Fact.NAME, 0));
        assertThat(model.bits(Fact.BIRTH, Fact.BirthLevel.DIFFERENT.ordinal())).isNegative();
        assertThat(model.bits(Fact.ADDRESS, Fact.AddressLevel.DIFFERENT.ordinal())).isNegative();
        assertThat(model.bits(Fact.NUMBER, 0))
                .as("a number adds, and never outweighs the person")
                .isLessThanOrEqualTo(model.thresholds().numberAtMost())
                .isLessThan(model.thresholds().accept());
    }

    @Test
    void aModelThatCannotBeWrittenIsRefusedAndLeavesNothing(@TempDir Path folder)
            throws IOException {
        for (Path file : List.of(folder, folder.resolve("missing").resolve("model.json"))) {
            assertThatThrownBy(() -> Model.builtIn().write(file))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.key())
                                            .isEqualTo("matching.modelNotWritten"));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
