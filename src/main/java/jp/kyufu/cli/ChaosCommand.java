package jp.kyufu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kyufu.chaos.Chaos;
import jp.kyufu.chaos.ChaosReport;
import jp.kyufu.city.BundledMaster;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.database.Directories;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code kyufu chaos}: the whole job of a small city under kills, compared with one without. */
@Command(name = "chaos")
final class ChaosCommand implements Callable<Integer> {

    @Option(names = "--kills", required = true, paramLabel = "N", descriptionKey = "kills")
    int kills;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "chaos.seed")
    long seed = 1;

    @Option(names = "--households", paramLabel = "N", descriptionKey = "households")
    int households = 300;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        Path above = Files.createDirectories(common.data.resolve("chaos"));
        Path home = Files.createTempDirectory(above, "run-");
        Path city = Files.createDirectory(home.resolve("city"));
        CityGenerator.generate(households, seed, city, BundledMaster.copyTo(city));
        var today = ProgramFile.read(city.resolve("program.yaml")).today().orElseThrow();
        ChaosReport report = Chaos.run(Cli.application(), city, today, home, kills, seed);
        if (common.json) {
            System.out.println(
                    JsonMapper.builder()
                            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(report));
        } else {
            print(report, new Words(Locale.getDefault()));
        }
        if (!report.isIdentical()) {
            return Cli.REFUSED; // what is left is kept, to be looked at
        }
        Directories.delete(home);
        return 0;
    }

    private static void print(ChaosReport report, Words words) {
        report.killsInStage()
                .forEach((stage, count) -> System.out.printf("  %-14s %5d%n", stage, count));
        report.victims()
                .forEach((victim, count) -> System.out.printf("  %-14s %5d%n", victim, count));
        System.out.println(
                words.of(
                        "cli.chaos.total",
                        report.seed(),
                        report.kills(),
                        report.starts(),
                        report.seconds(),
                        report.undisturbedSeconds()));
        report.differences().forEach(difference -> System.out.println("  " + difference));
        report.problems().forEach(problem -> System.out.println("  " + problem));
        System.out.println(
                words.of(
                        report.isIdentical() ? "cli.chaos.identical" : "cli.chaos.different",
                        report.seed(),
                        report.duplicates(),
                        report.losses()));
    }
}
