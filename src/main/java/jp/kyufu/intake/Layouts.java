package jp.kyufu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.upload.CsvFile;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;

/**
 * The layouts of this installation: those of the file contract and the city's own, {@code *.yaml}
 * in a folder of its data. A city's file of the same name takes the place of a built-in one.
 */
final class Layouts {

    private static final List<String> BUILT_IN = List.of("online.yaml", "paper.yaml");
    private static final String ENDING = ".yaml";

    private final List<Layout> layouts;

    private Layouts(List<Layout> layouts) {
        this.layouts = layouts;
    }

    /** Where the city's own are. */
    static Path folder(InstallationSettings settings) {
        return settings.data().resolve("layouts");
    }

    List<KnownLayouts.Form> forms() {
        return layouts.stream()
                .map(layout ->
                        new KnownLayouts.Form(
                                layout.name(),
                                layout.channel(),
                                layout.headers(true),
                                layout.headers(false)))
                .toList();
    }

    /**
     * Reads all layouts anew.
     *
     * @param folder of the city's own; it need not exist
     * @throws FileRefusal if a file there is not a layout
     */
    static Layouts load(Path folder) {
        Map<String, Layout> byFile = new TreeMap<>();
        for (String name : BUILT_IN) {
            byFile.put(name, LayoutFile.read(name, resource(name)));
        }
        for (Path path : files(folder)) {
            String name = path.getFileName().toString();
            byFile.put(name, LayoutFile.read(name, text(name, path)));
        }
        return new Layouts(List.copyOf(byFile.values()));
    }

    /**
     * Opens a file and finds its layout.
     *
     * @throws FileRefusal if it has none of these, or several
     */
    Opened open(Path path, Limits limits) {
        CsvFile file =
                CsvFile.open(path, layouts.stream().map(Layout::columnsOfFile).toList(), limits);
        List<Layout> fitting =
                layouts.stream()
                        .filter(layout -> file.headers().containsAll(layout.headers(true)))
                        .toList();
        if (fitting.size() == 1) {
            return new Opened(file, fitting.getFirst());
        }
        String found = String.join(",", file.headers());
        String names = fitting.stream().map(Layout::name).collect(Collectors.joining(", "));
        throw new FileRefusal("intake.layoutSeveral", file.name(), 1, "", found, names);
    }

    /**
     * A layout by which applications of a channel are read.
     *
     * @throws Refusal if this installation has none any more
     */
    Layout ofChannel(String channel) {
        return layouts.stream()
                .filter(layout -> layout.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new Refusal("intake.channelUnknown", channel));
    }

    /** A file of which layout and encoding are known. */
    record Opened(CsvFile file, Layout layout) {}

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name, Path path) {
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new FileRefusal("intake.layoutFile", name, 1, "", "", "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Layouts.class.getResourceAsStream("layouts/" + name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
