package jp.kyufu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import jp.kyufu.books.Books;
import jp.kyufu.books.Problem;
import jp.kyufu.city.TruthCheck;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.intake.IntakeReport;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Rail;
import org.springframework.stereotype.Component;

/** Pays a generated city from the first byte of the register to released files, with a watch. */
@Component
public class CityRun {

    private static final Charset PAPER = Charset.forName("windows-31j");

    private final ImportJobs imports;
    private final ProgramJobs programs;
    private final AssessJob assess;
    private final PayJob pay;
    private final Exports exports;
    private final Books books;
    private final FloorStore floor;

    CityRun(
            ImportJobs imports,
            ProgramJobs programs,
            AssessJob assess,
            PayJob pay,
            Exports exports,
            Books books,
            FloorStore floor) {
        this.imports = imports;
        this.programs = programs;
        this.assess = assess;
        this.pay = pay;
        this.exports = exports;
        this.books = books;
        this.floor = floor;
    }

    /**
     * A part of the run.
     *
     * @param rows residents, applications, payments or records, as the stage counts
     */
    public record Stage(String name, double seconds, long rows, long rowsPerSecond) {}

    /**
     * The figures of a run.
     *
     * @param seconds from the first byte of the register to released files
     * @param floorSeconds the mean of the floor before and after
     * @param verifySeconds of {@code verify} on the city just paid, which is no part of the run
     * @param verifyShare those in parts of {@code seconds}
     * @param peakHeapBytes summed peaks of the heap's pools
     */
    public record Figures(
            int households,
            List<Stage> stages,
            double seconds,
            double floorSeconds,
            double ratioToFloor,
            double verifySeconds,
            double verifyShare,
            long peakHeapBytes,
            long maxHeapBytes,
            TruthCheck.Result truth) {}

    /**
     * Runs on an empty training installation.
     *
     * @param city a generated city's folder, truth included
     * @param scratch a folder for files of the run
     */
    public Figures run(int households, CityFolder city, Path scratch) throws Exception {
        pay.signUp("operator");
        imports.bankMaster(city.bankMaster(), PayJob.OFFICE);
        List<Path> utf8 = inUtf8(city, Files.createDirectories(scratch.resolve("utf8")));
        int applications = lines(utf8) - lines(utf8.subList(0, 1));
        double before = floor.measure(utf8, applications * 65 / 100, scratch);

        List<Stage> stages = new ArrayList<>();
        CityFolder.Extract register = city.registers().getFirst();
        timed(
                stages,
                "register",
                () -> imports.register(register.file(), register.asOf(), PayJob.OFFICE),
                report -> report.upload().accepted());
        Program program =
                timed(
                                stages,
                                "open",
                                () -> programs.open(city.program(), PayJob.OFFICE),
                                ProgramJobs.Opened::entitled)
                        .program();
        timed(
                stages,
                "applications",
                () -> applications(city, program),
                reports -> reports.stream().mapToLong(r -> r.upload().accepted()).sum());
        AssessJob.Result assessed = assess.run(program, PayJob.OFFICE);
        long decided = assessed.applications().values().stream().mapToLong(n -> n).sum();
        assessed.seconds()
                .forEach((step, took) ->
                        stages.add(new Stage(step, took, decided, Math.round(decided / took))));
        List<DispatchFile> built =
                timed(stages, "build", () -> pay.build(program), CityRun::records);
        List<Integer> files = built.stream().map(DispatchFile::fileNo).toList();
        timed(stages, "submit", () -> act(() -> pay.submit(files), built), CityRun::records);
        timed(stages, "approve", () -> act(() -> pay.approve(files), built), CityRun::records);
        timed(
                stages,
                "release",
                () ->
                        act(
                                () ->
                                        pay.release(
                                                files,
                                                Files.createDirectories(scratch.resolve("files"))),
                                built),
                CityRun::records);
        double seconds = stages.stream().mapToDouble(Stage::seconds).sum();
        double verified = verify();

        int sent =
                built.stream()
                        .filter(file -> file.rail() == Rail.CASH)
                        .mapToInt(DispatchFile::count)
                        .sum();
        double after = floor.measure(utf8, sent, scratch);
        double mean = (before + after) / 2;
        return new Figures(
                households,
                stages,
                seconds,
                mean,
                seconds / mean,
                verified,
                verified / seconds,
                peakHeap(),
                Runtime.getRuntime().maxMemory(),
                truth(city, program, scratch));
    }

    private TruthCheck.Result truth(CityFolder city, Program program, Path scratch)
            throws IOException {
        exports.write(Export.APPLICATIONS, program, scratch.resolve("applications.csv"), "bench");
        exports.write(Export.PAYMENTS, program, scratch.resolve("payments.csv"), "bench");
        return TruthCheck.compare(city.truth().orElseThrow(), scratch);
    }

    private List<IntakeReport> applications(CityFolder city, Program program) {
        return city.applications().stream()
                .map(file -> imports.applications(file, program, PayJob.OFFICE))
                .toList();
    }

    /** Seconds of verifying the books, which must be right. */
    private double verify() {
        long from = System.nanoTime();
        List<Problem> problems = books.verify();
        double seconds = (System.nanoTime() - from) / 1e9;
        Check.that(problems.isEmpty(), "the books of the city are wrong: %s", problems);
        return seconds;
    }

    private static List<DispatchFile> act(Act act, List<DispatchFile> files) throws IOException {
        act.run();
        return files;
    }

    private interface Act {
        void run() throws IOException;
    }

    private static long records(List<DispatchFile> files) {
        return files.stream().mapToLong(DispatchFile::count).sum();
    }

    private static <T> T timed(
            List<Stage> stages, String name, Callable<T> work, ToLongFunction<T> rows)
            throws Exception {
        long from = System.nanoTime();
        T result = work.call();
        double seconds = (System.nanoTime() - from) / 1e9;
        long count = rows.applyAsLong(result);
        stages.add(new Stage(name, seconds, count, Math.round(count / seconds)));
        return result;
    }

    /** COPY reads UTF-8 alone: the floor gets the same rows in it, register first. */
    private static List<Path> inUtf8(CityFolder city, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(clean(city.registers().getFirst().file(), to));
        for (Path file : city.applications()) {
            files.add(clean(file, to));
        }
        return files;
    }

    /** Rows that COPY would refuse (another number of columns, broken quotes) are left out. */
    private static Path clean(Path file, Path to) throws IOException {
        Path copy = to.resolve(file.getFileName());
        Charset charset = file.toString().contains("paper") ? PAPER : StandardCharsets.UTF_8;
        try (var reader =
                        new java.io.BufferedReader(
                                new java.io.InputStreamReader(
                                        Files.newInputStream(file), charset));
                var writer = Files.newBufferedWriter(copy)) {
            String header = reader.readLine();
            long commas = commas(header);
            writer.write(header + "\n");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (commas(line) == commas && line.indexOf('"') < 0 && line.indexOf('\0') < 0) {
                    writer.write(line + "\n");
                }
            }
        }
        return copy;
    }

    private static long commas(String line) {
        return line.chars().filter(c -> c == ',').count();
    }

    private static int lines(List<Path> files) throws IOException {
        long lines = 0;
        for (Path file : files) {
            try (var all = Files.lines(file)) {
                lines += all.count();
            }
        }
        return (int) lines;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
