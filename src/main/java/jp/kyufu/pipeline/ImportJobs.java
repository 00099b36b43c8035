package jp.kyufu.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kyufu.bank.BankMasterImport;
import jp.kyufu.flow.Progress;
import jp.kyufu.intake.ApplicationImport;
import jp.kyufu.intake.IntakeReport;
import jp.kyufu.kanji.Choice;
import jp.kyufu.kanji.KanjiMapImport;
import jp.kyufu.kanji.KanjiMapReport;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.PointLot;
import jp.kyufu.reconciliation.PointLots;
import jp.kyufu.reconciliation.PointTotalSummary;
import jp.kyufu.reconciliation.PointTotals;
import jp.kyufu.reconciliation.ResultSummary;
import jp.kyufu.reconciliation.Results;
import jp.kyufu.reconciliation.StatementSummary;
import jp.kyufu.reconciliation.Statements;
import jp.kyufu.register.RegisterImport;
import jp.kyufu.register.RegisterReport;
import jp.kyufu.upload.CsvUpload;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** Everything that comes in as a file, each as a job. */
@Component
public class ImportJobs {

    private final JobRunner runner;
    private final BankMasterImport masters;
    private final RegisterImport registers;
    private final ApplicationImport applications;
    private final Results results;
    private final Statements statements;
    private final PointTotals totals;
    private final PointLots lots;
    private final KanjiMapImport kanjiMaps;

    ImportJobs(
            JobRunner runner,
            BankMasterImport masters,
            RegisterImport registers,
            ApplicationImport applications,
            Results results,
            Statements statements,
            PointTotals totals,
            PointLots lots,
            KanjiMapImport kanjiMaps) {
        this.runner = runner;
        this.masters = masters;
        this.registers = registers;
        this.applications = applications;
        this.results = results;
        this.statements = statements;
        this.totals = totals;
        this.lots = lots;
        this.kanjiMaps = kanjiMaps;
    }

    /** Imports a bank master; gives the number of its branches. */
    public int bankMaster(Path file, String person) {
        readable(file);
        return runner.run(
                "import-bank-master", about(file, person), () -> masters.run(file, person));
    }

    /** Loads a map of kanji variants and makes the keys of names anew. */
    public KanjiMapReport kanjiMap(Path file, Optional<Path> glyphs, Choice choice, String person) {
        readable(file);
        glyphs.ifPresent(ImportJobs::readable);
        return runner.run(
                "import-kanji-map",
                about(file, person),
                () -> kanjiMaps.run(file, glyphs, choice, person));
    }

    /** Goes back to the built-in table of variants. */
    public KanjiMapReport withoutKanjiMap(String person) {
        return runner.run("drop-kanji-map", Map.of("person", person), () -> kanjiMaps.drop(person));
    }

    /** Imports a register extract as of a day. */
    public RegisterReport register(Path file, LocalDate asOf, String person) {
        return uploading(
                file,
                advance ->
                        runner.run(
                                "import-register",
                                about(file, person),
                                () -> registers.run(file, asOf, person, advance)));
    }

    /** Imports a file of applications. */
    public IntakeReport applications(Path file, Program program, String person) {
        return uploading(
                file,
                advance ->
                        runner.run(
                                "import-applications",
                                about(file, person),
                                () -> applications.run(file, program, person, advance)));
    }

    /** Imports what the bank answered. */
    public ResultSummary results(Path file, Program program, String person) {
        readable(file);
        return runner.run(
                "import-results",
                about(file, person),
                () -> results.importTransfer(program, file, person));
    }

    /** Imports what the point provider answered. */
    public ResultSummary pointResults(Path file, Program program, String person) {
        readable(file);
        return runner.run(
                "import-point-results",
                about(file, person),
                () -> results.importPoints(program, file, person));
    }

    /** Imports a statement of the city's own accounts; what became of each account in it. */
    public List<StatementSummary> statement(Path file, String person) {
        readable(file);
        return runner.run(
                "import-statement",
                about(file, person),
                () -> statements.importStatement(file, person));
    }

    /** Imports what the point provider counts for whole days. */
    public PointTotalSummary pointTotals(Path file, String person) {
        readable(file);
        return runner.run(
                "import-point-totals",
                about(file, person),
                () -> totals.importTotals(file, person));
    }

    /** Imports what the point provider tells of single lots. */
    public PointLot.Summary pointLots(Program program, Path file, String person) {
        readable(file);
        return runner.run(
                "import-point-lots",
                about(file, person),
                () -> lots.importLots(program, file, person));
    }

    private static <T> T uploading(Path file, Function<CsvUpload.Advance, T> work) {
        readable(file);
        try (Progress progress = Progress.start(name(file), Files.size(file))) {
            return work.apply((rows, bytes) -> progress.add(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("pipeline.file.missing", file);
        }
    }

    private static Map<String, String> about(Path file, String person) {
        return Map.of("file", name(file), "person", person);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
