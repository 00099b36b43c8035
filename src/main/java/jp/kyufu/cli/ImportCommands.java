package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.intake.IntakeReport;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.ResultSummary;
import jp.kyufu.register.RegisterReport;
import jp.kyufu.upload.UploadReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu import}: everything that comes in as a file. */
@Command(
        name = "import",
        subcommands = {
            ImportCommands.BankMaster.class,
            ImportCommands.Register.class,
            ImportCommands.Applications.class,
            ImportCommands.BankResults.class,
            ImportCommands.PointResults.class
        })
final class ImportCommands {

    /** Someone who hands files in. */
    abstract static class OfFiles extends SessionCommand {

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;
    }

    @Command(name = "bank-master")
    static final class BankMaster extends OfFiles {

        @Parameters(paramLabel = "FILE", descriptionKey = "bank.file")
        Path file = Path.of("");

        @Override
        int run(Session session) {
            int branches = session.get(ImportJobs.class).bankMaster(file, as);
            session.say("imported.master", branches);
            return 0;
        }
    }

    @Command(name = "register")
    static final class Register extends OfFiles {

        @Parameters(paramLabel = "FILE", descriptionKey = "register.file")
        Path file = Path.of("");

        @Option(
                names = "--as-of",
                required = true,
                paramLabel = "yyyy-MM-dd",
                descriptionKey = "as-of")
        @Nullable LocalDate asOf;

        @Override
        int run(Session session) {
            RegisterReport report =
                    session.get(ImportJobs.class)
                            .register(file, java.util.Objects.requireNonNull(asOf), as);
            if (session.json()) {
                session.json(report);
            } else {
                print(session, report.upload());
                session.say("imported.register", report.asOf(), report.unclearHouseholds());
            }
            return 0;
        }
    }

    @Command(name = "applications")
    static final class Applications extends OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "applications.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            Program program = session.program();
            List<IntakeReport> reports = new ArrayList<>();
            for (Path file : files) {
                IntakeReport report = session.get(ImportJobs.class).applications(file, program, as);
                reports.add(report);
                // A file that is refused later takes nothing back: what is in is told at once.
                if (!session.json()) {
                    print(session, report.upload());
                }
            }
            if (session.json()) {
                session.json(reports);
            }
            return 0;
        }
    }

    @Command(name = "results")
    static final class BankResults extends OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "results.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            Program program = session.program();
            answer(session, files.stream().map(file -> jobs.results(file, program, as)).toList());
            return 0;
        }
    }

    @Command(name = "point-results")
    static final class PointResults extends OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "results.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            Program program = session.program();
            answer(
                    session,
                    files.stream().map(file -> jobs.pointResults(file, program, as)).toList());
            return 0;
        }
    }

    static void print(Session session, UploadReport report) {
        session.say(
                "imported.file",
                report.name(),
                report.accepted(),
                report.repeated(),
                report.rejected());
    }

    private static void answer(Session session, List<ResultSummary> summaries) {
        if (session.json()) {
            session.json(summaries);
        } else {
            summaries.forEach(summary -> print(session, summary));
        }
    }

    static void print(Session session, ResultSummary summary) {
        session.say("imported.results", summary.name(), summary.lines());
        summary.buckets()
                .forEach((bucket, count) -> session.line("  %-16s %,9d".formatted(bucket, count)));
    }
}
