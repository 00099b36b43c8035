package jp.kyufu.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderComparisonTest {

    @TempDir Path temp;
    private Path calm;
    private Path struck;

    @BeforeEach
    void twoFolders() throws Exception {
        calm = Files.createDirectory(temp.resolve("calm"));
        struck = Files.createDirectory(temp.resolve("struck"));
        for (Path folder : new Path[] {calm, struck}) {
            Files.createDirectory(folder.resolve("files"));
            Files.writeString(folder.resolve("payments.csv"), "no,amount\n1,5000\n2,5000\n");
        }
    }

    @Test
    void foldersOfTheSameBytesAreTheSame() throws Exception {
        assertThat(FolderComparison.of(calm, struck))
                .isEqualTo(new FolderComparison.Result(java.util.List.of(), 0, 0));
    }

    @Test
    void aLineTwiceIsADuplicateAndALineMissingIsALoss() throws Exception {
        Files.writeString(struck.resolve("payments.csv"), "no,amount\n1,5000\n1,5000\n");
        FolderComparison.Result result = FolderComparison.of(calm, struck);
        assertThat(result.differences()).containsExactly("payments.csv: -1 +1");
        assertThat(result.lost()).isOne();
        assertThat(result.added()).isOne();
    }

    @Test
    void aLeftoverIsADifferenceEvenWhenItIsHiddenOrEmpty() throws Exception {
        Files.writeString(struck.resolve("files/.furikomi.txt.partial"), "half");
        Files.writeString(struck.resolve("files/empty"), "");
        assertThat(FolderComparison.of(calm, struck).differences())
                .containsExactly("files/.furikomi.txt.partial: -0 +1", "files/empty: -0 +0");
    }

    @Test
    void aByteThatMovedALineIsADifference() throws Exception {
        Files.writeString(struck.resolve("payments.csv"), "no,amount\n2,5000\n1,5000\n");
        assertThat(FolderComparison.of(calm, struck).differences())
                .containsExactly("payments.csv: -0 +0");
    }

    @Test
    void digestsUnderAnInstallationsOwnKeyAreNotCompared() throws Exception {
        Files.writeString(calm.resolve("report.json"), "{\"digest\" : \"00ff\", \"sum\" : 1}");
        Files.writeString(struck.resolve("report.json"), "{\"digest\" : \"aa11\", \"sum\" : 1}");
        assertThat(FolderComparison.of(calm, struck).differences()).isEmpty();
    }
}
