package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.kyufu.kanji.Choice;
import jp.kyufu.kanji.Evidence;
import jp.kyufu.kanji.KanjiMapReport;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.PointTotalSummary;
import jp.kyufu.reconciliation.ResultSummary;
import jp.kyufu.reconciliation.StatementSummary;
import jp.kyufu.register.RegisterReport;
import jp.kyufu.upload.UploadReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
            ImportCommands.PointResults.class,
            ImportCommands.BankStatement.class,
            ImportCommands.PointTotals.class,
            LotCommands.Import.class,
            ImportCommands.KanjiMap.class
        })
final class ImportCommands {

    /** Someone who hands files in. */
    abstract static class OfFiles extends SessionCommand {

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        /**
         * Takes file after file. One that is refused takes nothing back of those before it, so what
         * is in is told in any case.
         */
        static <T> int takeEach(
                Session session, List<Path> files, Function<Path, List<T>> take, Consumer<T> tell) {
            List<T> taken = new ArrayList<>();
            try {
                for (Path file : files) {
                    List<T> reports = take.apply(file);
                    taken.addAll(reports);
                    if (!session.json()) {
                        reports.forEach(tell);
                    }
                }
                return 0;
            } finally {
                if (session.json() && !taken.isEmpty()) {
                    session.json(taken);
                }
            }
        }
    }

    @Command(name = "bank-master")
    static final class BankMaster extends OfFiles {

        @Parameters(paramLabel = "FILE", descriptionKey = "bank.file")
        Path file = Path.of("");

        @Override
        int run(Session session) {
            int branches = session.get(ImportJobs.class).bankMaster(file, as);
            if (session.json()) {
                session.json(Map.of("branches", branches));
            } else {
                session.say("imported.master", branches);
            }
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
            ImportJobs jobs = session.get(ImportJobs.class);
            Program program = session.program();
            return takeEach(
                    session,
                    files,
                    file -> List.of(jobs.applications(file, program, as)),
                    report -> print(session, report.upload()));
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
            return takeEach(
                    session,
                    files,
                    file -> List.of(jobs.results(file, program, as)),
                    summary -> print(session, summary));
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
            return takeEach(
                    session,
                    files,
                    file -> List.of(jobs.pointResults(file, program, as)),
                    summary -> print(session, summary));
        }
    }

    @Command(name = "statement")
    static final class BankStatement extends OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "statement.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            return takeEach(
                    session,
                    files,
                    file -> jobs.statement(file, as),
                    summary -> print(session, summary));
        }
    }

    @Command(name = "point-totals")
    static final class PointTotals extends OfFiles {

        @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "totals.file")
        List<Path> files = List.of();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            return takeEach(
                    session,
                    files,
                    file -> List.of(jobs.pointTotals(file, as)),
                    summary -> print(session, summary));
        }
    }

    @Command(name = "kanji-map")
    static final class KanjiMap extends OfFiles {

        /** A file, or the word that none shall be in force. */
        static final class What {

            @Parameters(paramLabel = "FILE", descriptionKey = "kanji.file")
            @Nullable Path file;

            @Option(names = "--built-in", descriptionKey = "kanji.built-in")
            boolean builtIn;
        }

        @ArgGroup(multiplicity = "1")
        What what = new What();

        @Option(names = "--glyphs", paramLabel = "CSV", descriptionKey = "kanji.glyphs")
        @Nullable Path glyphs;

        @Option(
                names = "--evidence",
                split = ",",
                paramLabel = "KIND",
                descriptionKey = "kanji.evidence")
        List<Evidence> evidence = List.copyOf(Choice.USUAL.evidence());

        @Option(names = "--hops", paramLabel = "N", descriptionKey = "kanji.hops")
        int hops = Choice.USUAL.hops();

        @Override
        int run(Session session) {
            ImportJobs jobs = session.get(ImportJobs.class);
            Choice choice = new Choice(Set.copyOf(evidence), hops);
            KanjiMapReport report =
                    what.file == null
                            ? jobs.withoutKanjiMap(as)
                            : jobs.kanjiMap(what.file, Optional.ofNullable(glyphs), choice, as);
            if (session.json()) {
                session.json(report);
            } else {
                session.say(
                        "imported.kanjiMap",
                        report.mapNo(),
                        report.version(),
                        report.glyphs(),
                        report.folds(),
                        report.unknown(),
                        report.keys());
            }
            return 0;
        }
    }

    static void print(Session session, StatementSummary summary) {
        session.say("imported.statement", summary.name(), summary.lines(), summary.repeated());
        summary.buckets()
                .forEach((bucket, count) -> session.line("  %-16s %,9d".formatted(bucket, count)));
    }

    static void print(Session session, PointTotalSummary summary) {
        session.say("imported.totals", summary.name(), summary.days(), summary.differing().size());
        summary.differing().forEach(day -> session.line("  " + day));
    }

    static void print(Session session, UploadReport report) {
        session.say(
                "imported.file",
                report.name(),
                report.accepted(),
                report.repeated(),
                report.rejected());
    }

    static void print(Session session, ResultSummary summary) {
        session.say("imported.results", summary.name(), summary.lines());
        summary.buckets()
                .forEach((bucket, count) -> session.line("  %-16s %,9d".formatted(bucket, count)));
    }
}
