package jp.kyufu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyufu.books.Books;
import jp.kyufu.books.Problem;
import jp.kyufu.city.PlayBank;
import jp.kyufu.city.PlayDay;
import jp.kyufu.city.TruthCheck;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.BusinessCalendar;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.DaySheet;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kyufu demo}: a city's folder from register to reconciled results, in one go. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final Pattern EARLIER =
            Pattern.compile("(furikomi|points|kekka|meisai|goukei)-.*");

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "city")
    Path city = Path.of("sample-files");

    @Option(names = "--out", paramLabel = "OUT", descriptionKey = "out.dir")
    Path out = Path.of("kyufu-demo");

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommonOptions common = SessionCommand.common(spec);
        CityFolder folder = CityFolder.open(city);
        LocalDate today = common.today;
        if (today == null) {
            today = ProgramFile.read(folder.program()).today().orElse(null);
        }
        Path data = common.data.resolve("demo");
        clear();
        try (Session session = Session.practice(common, data, today)) {
            List<DispatchFile> files = pay(session, folder);
            Path answers = Files.createDirectories(out.resolve("results"));
            PlayBank.play(out.resolve("files"), answers, SEED, session.today());
            LocalDate answered = answered(files, session.today());
            try (Session later = Session.practiceLater(common, data, answered)) {
                return reconcile(later, answers) && close(later, folder) ? 0 : Cli.REFUSED;
            }
        }
    }

    /**
     * What an earlier demo left in OUT is of other books: bank and provider would answer it too. It
     * is removed where a demo has left its mark, and nowhere else: it could be somebody's money.
     */
    private void clear() throws IOException {
        Path mark = out.resolve(".demo");
        List<Path> earlier = new ArrayList<>();
        for (String name : List.of("files", "results", "statements")) {
            Path folder = out.resolve(name);
            for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
                if (EARLIER.matcher(String.valueOf(file.getFileName())).matches()) {
                    earlier.add(file);
                }
            }
        }
        if (!earlier.isEmpty() && !Files.exists(mark)) {
            throw new Refusal("cli.demo.notOfDemo", out, earlier.getFirst());
        }
        for (Path file : earlier) {
            Files.delete(file);
        }
        Files.createDirectories(out);
        Files.write(mark, new byte[0]);
    }

    /** The business day after the last pay date: by then bank and provider have told everything. */
    private static LocalDate answered(List<DispatchFile> files, LocalDate today) {
        LocalDate last =
                files.stream()
                        .flatMap(file -> file.payDate().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(today);
        return BusinessCalendar.plusBusinessDays(last, 1);
    }

    private List<DispatchFile> pay(Session session, CityFolder folder) throws IOException {
        PayJob pay = session.get(PayJob.class);
        pay.signUp(Session.OPERATOR);
        Program program = bringIn(session, folder);
        AssessJob.Result assessed = session.get(AssessJob.class).run(program, PayJob.OFFICE);
        session.say("demo.assessed");
        assessed.applications()
                .forEach((state, count) -> session.line("  %-12s %,9d".formatted(state, count)));

        List<DispatchFile> built = pay.build(program);
        List<Integer> files = built.stream().map(DispatchFile::fileNo).toList();
        Path released = Files.createDirectories(out.resolve("files"));
        if (!files.isEmpty()) {
            pay.submit(files);
            pay.approve(files);
            pay.release(files, released).forEach(path -> session.say("demo.file", path));
        }
        return built;
    }

    private static Program bringIn(Session session, CityFolder folder) {
        ImportJobs imports = session.get(ImportJobs.class);
        session.say("imported.master", imports.bankMaster(folder.bankMaster(), PayJob.OFFICE));
        CityFolder.Extract first = folder.registers().getFirst();
        ImportCommands.print(
                session, imports.register(first.file(), first.asOf(), PayJob.OFFICE).upload());
        ProgramJobs.Opened opened =
                session.get(ProgramJobs.class).open(folder.program(), PayJob.OFFICE);
        session.say("program.opened", opened.program().code(), opened.entitled());
        folder.registers().stream()
                .skip(1)
                .forEach(extract ->
                        ImportCommands.print(
                                session,
                                imports.register(extract.file(), extract.asOf(), PayJob.OFFICE)
                                        .upload()));
        folder.applications()
                .forEach(file ->
                        ImportCommands.print(
                                session,
                                imports.applications(file, opened.program(), PayJob.OFFICE)
                                        .upload()));
        return opened.program();
    }

    /** What bank and point provider answered and tell of whole days is taken in; the day closes. */
    private boolean reconcile(Session session, Path answers) throws IOException {
        Program program = session.program();
        ImportJobs imports = session.get(ImportJobs.class);
        for (Path file : list(answers)) {
            ImportCommands.print(
                    session,
                    file.toString().endsWith(".txt")
                            ? imports.results(file, program, PayJob.FINANCE)
                            : imports.pointResults(file, program, PayJob.FINANCE));
        }
        Path statements = out.resolve("statements");
        PlayDay.play(out.resolve("files"), answers, statements, session.today());
        for (Path file : list(statements)) {
            if (file.toString().endsWith(".txt")) {
                imports.statement(file, PayJob.FINANCE)
                        .forEach(summary -> ImportCommands.print(session, summary));
            } else {
                ImportCommands.print(session, imports.pointTotals(file, PayJob.FINANCE));
            }
        }
        DaySheet sheet =
                session.get(DayClose.class).close(program, Optional.empty(), PayJob.FINANCE);
        session.say("demo.closed", sheet.closedOn());
        return session.get(Reconciliation.class).files(program).stream()
                .allMatch(file -> file.difference() == 0);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    private boolean close(Session session, CityFolder folder) {
        Program program = session.program();
        for (Export export : Export.values()) {
            Path file = out.resolve(export.fileName());
            session.get(Exports.class).write(export, program, file, PayJob.OFFICE);
            session.say("demo.file", file);
        }
        boolean harmless =
                folder.truth()
                        .map(truth -> TruthCheck.compare(truth, out))
                        .map(result -> BenchCommand.print(session, result))
                        .orElse(true);
        List<Problem> problems = session.get(Books.class).verify();
        problems.forEach(problem -> session.line(problem.name() + "  " + problem.rows()));
        if (problems.isEmpty()) {
            session.say("verify.clean");
        } else {
            session.say("verify.problems", problems.size());
        }
        return harmless && problems.isEmpty();
    }
}
