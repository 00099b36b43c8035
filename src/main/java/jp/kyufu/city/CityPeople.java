package jp.kyufu.city;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads back who lives in a generated city and who wrote, for measurements that need no database.
 * Rows that a reader must reject are left out.
 */
public final class CityPeople {

    private static final int REGISTER_COLUMNS = Lexicon.list("header.register").size();

    private CityPeople() {}

    /**
     * A resident as the register has him or her.
     *
     * @param guarded whether his or her whereabouts are protected
     * @param left whether he or she had left on the reference date
     */
    public record Resident(
            String number,
            String household,
            String name,
            String kana,
            String birth,
            String sex,
            String address,
            boolean guarded,
            boolean left,
            String former,
            String formerKana,
            String alias,
            String aliasKana) {}

    /** An application as somebody wrote it, beside the truth about it; empty: not a resident. */
    public record Applicant(
            String receipt,
            String number,
            String name,
            String kana,
            String birth,
            String address,
            String resident,
            String household,
            String kind) {}

    /** Gives every resident of a city's folder once, in the order of its register. */
    public static void residents(Path folder, Consumer<Resident> each) {
        Set<String> seen = new HashSet<>();
        read(
                register(folder),
                StandardCharsets.UTF_8,
                row -> {
                    boolean whole = row.size() >= REGISTER_COLUMNS;
                    if (whole && isSomebody(row.get(0)) && seen.add(row.get(0))) {
                        each.accept(resident(row));
                    }
                });
    }

    /** Gives every application that has a truth, in order of file and line. */
    public static void applicants(Path folder, Consumer<Applicant> each) {
        Map<String, CSVRecord> truth = new HashMap<>();
        read(
                folder.resolve("truth.csv"),
                StandardCharsets.UTF_8,
                row -> truth.put(row.get(0), row));
        // Online there is a column for the postal code before the address.
        Path online = folder.resolve("applications-online.csv");
        applicants(online, StandardCharsets.UTF_8, 7, truth, each);
        Path paper = folder.resolve("applications-paper.csv");
        applicants(paper, Handwriting.PAPER, 6, truth, each);
    }

    /** Pairs of resident numbers that are one person; none in an ordinary city. */
    public static List<List<String>> duplicates(Path folder) {
        Path file = folder.resolve("register-duplicates.csv");
        List<List<String>> pairs = new ArrayList<>();
        if (Files.exists(file)) {
            read(file, StandardCharsets.UTF_8, row -> pairs.add(List.of(row.get(0), row.get(1))));
        }
        return pairs;
    }

    private static void applicants(
            Path file,
            Charset charset,
            int address,
            Map<String, CSVRecord> truth,
            Consumer<Applicant> each) {
        read(
                file,
                charset,
                row -> {
                    CSVRecord about = truth.remove(row.get(0));
                    if (about != null) {
                        each.accept(
                                new Applicant(
                                        row.get(0),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4),
                                        row.get(5),
                                        row.get(address),
                                        about.get(1),
                                        about.get(2),
                                        about.get(7)));
                    }
                });
    }

    private static Resident resident(CSVRecord row) {
        boolean others = row.size() > REGISTER_COLUMNS;
        return new Resident(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                (row.get(8) + " " + row.get(9)).strip(),
                row.get(14).equals("1"),
                hasLeft(row.get(12), row.get(13)),
                others ? row.get(REGISTER_COLUMNS) : "",
                others ? row.get(REGISTER_COLUMNS + 1) : "",
                others ? row.get(REGISTER_COLUMNS + 2) : "",
                others ? row.get(REGISTER_COLUMNS + 3) : "");
    }

    private static boolean hasLeft(String reason, String day) {
        boolean leaves =
                Stream.of(Move.values()).anyMatch(m -> m.leaves() && m.word().equals(reason));
        return leaves && day.compareTo(Dates.iso(Dates.REFERENCE)) <= 0;
    }

    private static boolean isSomebody(String number) {
        return number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(number) < RegisterFile.GHOSTS;
    }

    private static Path register(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("register-2"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("no register in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, Charset charset, Consumer<CSVRecord> each) {
        try (var reader = new InputStreamReader(Files.newInputStream(file), charset);
                CSVParser rows = CSVFormat.RFC4180.parse(reader)) {
            boolean header = true;
            for (CSVRecord row : rows) {
                if (!header) {
                    each.accept(row);
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
