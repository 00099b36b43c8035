package jp.kyufu.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What two runs have left behind, byte by byte. Digests of the report are not compared: they are
 * made with a key that each installation has for itself; the check of the books proves them.
 */
final class FolderComparison {

    private static final String KEYED = "\"digest\" : \"[0-9a-f]*\"";

    private final Path expected;
    private final Path found;
    private final List<String> differences = new ArrayList<>();
    private int lost;
    private int added;

    private FolderComparison(Path expected, Path found) {
        this.expected = expected;
        this.found = found;
    }

    /**
     * How a folder differs from another.
     *
     * @param differences a sentence for each file
     * @param lost lines that are missing
     * @param added lines that should not be there, or not so often
     */
    record Result(List<String> differences, int lost, int added) {}

    static Result of(Path expected, Path found) throws IOException {
        FolderComparison comparison = new FolderComparison(expected, found);
        SortedSet<Path> all = new TreeSet<>(files(expected));
        all.addAll(files(found));
        for (Path file : all) {
            comparison.compare(file);
        }
        return new Result(comparison.differences, comparison.lost, comparison.added);
    }

    private void compare(Path file) throws IOException {
        String before = text(expected.resolve(file));
        String after = text(found.resolve(file));
        boolean bothThere =
                Files.exists(expected.resolve(file)) && Files.exists(found.resolve(file));
        if (bothThere && before.equals(after)) {
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        before.lines().forEach(line -> lines.merge(line, 1, Integer::sum));
        after.lines().forEach(line -> lines.merge(line, -1, Integer::sum));
        int missing = lines.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
        int more = -lines.values().stream().filter(n -> n < 0).mapToInt(n -> n).sum();
        lost += missing;
        added += more;
        differences.add(file + ": -" + missing + " +" + more);
    }

    /** One character a byte; nothing where there is no file. */
    private static String text(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll(KEYED, "")
                : "";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }
}
