package jp.kyufu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir Path directory;

    @Test
    void whatFailsHalfWayLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "old");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                out -> {
                                    out.write(bytes("half"));
                                    throw new IOException("No space left on device");
                                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whileItIsWrittenNobodySeesItUnderItsName() throws Exception {
        Path file = directory.resolve("a.txt");
        WholeFile.write(
                file,
                out -> {
                    out.write(bytes("half "));
                    out.flush();
                    assertThat(file).doesNotExist();
                    out.write(bytes("and half"));
                });
        assertThat(file).hasContent("half and half");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNextAndOnlyThat() throws Exception {
        Files.writeString(directory.resolve(".a.txt.11f0.partial"), "half");
        Files.writeString(directory.resolve(".b.txt.11f0.partial"), "of another file");
        Files.writeString(directory.resolve("a.txt.partial"), "somebody's own");
        WholeFile.write(directory.resolve("a.txt"), out -> out.write(bytes("whole")));
        assertThat(names())
                .containsExactlyInAnyOrder("a.txt", ".b.txt.11f0.partial", "a.txt.partial");
    }

    @Test
    void writersOfTheSameFileNeverFinishEachOthersHalf() throws Exception {
        Path file = directory.resolve("a.txt");
        List<String> texts =
                IntStream.range(0, 8).mapToObj(i -> Integer.toString(i).repeat(300_000)).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> writers =
                    texts.stream()
                            .<Callable<String>>map(text ->
                                    () -> {
                                        for (int i = 0; i < 20; i++) {
                                            WholeFile.write(file, out -> out.write(bytes(text)));
                                            assertThat(texts).contains(Files.readString(file));
                                        }
                                        return text;
                                    })
                            .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(names()).containsExactly("a.txt");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
