package jp.kyufu.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the project as the tests of its shape read them. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java/jp/kyufu");
    static final Path RESOURCES = Path.of("src/main/resources/jp/kyufu");

    /** Every class of the program, taken apart. */
    static final Map<Path, JavaText> MAIN =
            files(JAVA, ".java").stream()
                    .collect(
                            Collectors.toMap(
                                    file -> file,
                                    file -> JavaText.of(text(file)),
                                    (a, b) -> a,
                                    TreeMap::new));

    private Sources() {}

    /** Files below a directory whose name ends so, sorted; none where there is no directory. */
    static List<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package of a file below {@link #JAVA} or {@link #RESOURCES}: its module. */
    static String module(Path file) {
        Path root = file.startsWith(JAVA) ? JAVA : RESOURCES;
        return root.relativize(file).getName(0).toString();
    }
}
