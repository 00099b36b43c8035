package jp.kyufu.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyufu.value.Refusal;

/**
 * A city's folder (file contract §11).
 *
 * @param registers extracts with their as-of dates, oldest first; at least one
 * @param applications in order of name; at least one
 * @param truth only in a generated city
 */
public record CityFolder(
        Path program,
        Path bankMaster,
        List<Extract> registers,
        List<Path> applications,
        Optional<Path> truth) {

    private static final Pattern REGISTER = Pattern.compile("register-(\\d{8})\\.csv");

    /** A register extract and the day whose state it shows. */
    public record Extract(Path file, LocalDate asOf) {}

    /** Reads what is there; refuses a folder that lacks a part. */
    public static CityFolder open(Path folder) {
        List<Path> files = files(folder);
        List<Extract> registers = new ArrayList<>();
        List<Path> applications = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Matcher register = REGISTER.matcher(name);
            if (register.matches()) {
                registers.add(new Extract(file, asOf(folder, register.group(1))));
            } else if (name.startsWith("applications-") && name.endsWith(".csv")) {
                applications.add(file);
            }
        }
        registers.sort(Comparator.comparing(Extract::asOf));
        if (registers.isEmpty()) {
            throw missing(folder, "register-yyyyMMdd.csv");
        }
        if (applications.isEmpty()) {
            throw missing(folder, "applications-*.csv");
        }
        Path truth = folder.resolve("truth.csv");
        return new CityFolder(
                required(folder, "program.yaml"),
                required(folder, "bank-branches.csv"),
                List.copyOf(registers),
                List.copyOf(applications),
                Files.isRegularFile(truth) ? Optional.of(truth) : Optional.empty());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("pipeline.file.missing", folder);
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate asOf(Path folder, String digits) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw missing(folder, "register-yyyyMMdd.csv");
        }
    }

    private static Path required(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw missing(folder, name);
        }
        return file;
    }

    private static Refusal missing(Path folder, String what) {
        return new Refusal("pipeline.city.missing", folder, what);
    }
}
