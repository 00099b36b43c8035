package jp.kyufu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.kyufu.bench.CityRun;
import jp.kyufu.city.BundledMaster;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.city.TruthCheck;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.program.ProgramFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kyufu bench}: a whole city, stage by stage, against the floor of the same run. */
@Command(
        name = "bench",
        subcommands = {
            BenchQualityCommand.class,
            BenchMatchingCommand.class,
            BenchSearchCommand.class
        })
final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--households",
            required = true,
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            descriptionKey = "households")
    int households;

    @Option(names = "--seed", scope = ScopeType.INHERIT, paramLabel = "S", descriptionKey = "seed")
    long seed = 1;

    @Option(
            names = "--bank-master",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            descriptionKey = "bank.file")
    @Nullable Path bankMaster;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        Path home = common.data.resolve("bench");
        CityFolder folder = CityFolder.open(city(home, false));
        var today = ProgramFile.read(folder.program()).today().orElseThrow();
        Path scratch = Files.createTempDirectory(Files.createDirectories(home), "run-");
        try (Session session = Session.practice(common, home.resolve("data"), today)) {
            CityRun.Figures figures = session.get(CityRun.class).run(households, folder, scratch);
            if (session.json()) {
                session.json(figures);
            } else {
                print(session, figures);
            }
            return figures.truth().harmless() ? 0 : Cli.REFUSED;
        }
    }

    /** The city of these options below a folder, generated once. */
    Path city(Path home, boolean hard) throws IOException {
        Path city = home.resolve((hard ? "hard-" : "") + "city-" + households + "-" + seed);
        if (!Files.exists(city.resolve("truth.csv"))) {
            CityGenerator.generate(
                    households,
                    seed,
                    city,
                    bankMaster == null ? BundledMaster.copyTo(city) : bankMaster,
                    hard);
        }
        return city;
    }

    private static void print(Session session, CityRun.Figures figures) {
        figures.stages()
                .forEach(stage ->
                        session.line(
                                "  %-14s %8.2f s  %,12d  %,12d/s"
                                        .formatted(
                                                stage.name(),
                                                stage.seconds(),
                                                stage.rows(),
                                                stage.rowsPerSecond())));
        session.say("bench.verify", figures.verifySeconds(), figures.verifyShare());
        session.say(
                "bench.total",
                figures.seconds(),
                figures.floorSeconds(),
                figures.ratioToFloor(),
                figures.peakHeapBytes() >> 20,
                figures.maxHeapBytes() >> 20);
        print(session, figures.truth());
    }

    /** Says what the truth says; gives whether nobody was harmed. */
    static boolean print(Session session, TruthCheck.Result truth) {
        session.say(
                "truth",
                truth.paidTwice(),
                truth.wrongHousehold(),
                truth.wrongAmount(),
                truth.paidWithoutGround(),
                truth.decided(),
                truth.payable(),
                truth.automatic());
        truth.otherStates()
                .forEach((states, count) -> session.line("  %,9d  %s".formatted(count, states)));
        truth.examples().forEach(example -> session.line("  " + example));
        return truth.harmless();
    }
}
