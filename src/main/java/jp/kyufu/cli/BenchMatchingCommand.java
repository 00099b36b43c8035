package jp.kyufu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kyufu.bench.LinkageRun;
import jp.kyufu.matching.Model;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code kyufu bench matching}: how fast matching is, beside the same in DuckDB. Needs no database.
 */
@Command(name = "matching")
final class BenchMatchingCommand implements Callable<Integer> {

    private static final String WITHOUT_DUCKDB = "cli.linkage.withoutDuckdb";

    @ParentCommand BenchCommand bench = new BenchCommand();

    @Option(names = "--rounds", paramLabel = "N", descriptionKey = "rounds")
    int rounds = 5;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        Path home = common.data.resolve("bench");
        Path city = bench.city(home, false);
        Path scratch = Files.createTempDirectory(home, "linkage-");
        LinkageRun.Figures figures =
                LinkageRun.run(city, Model.builtIn(), Math.max(1, rounds), scratch);
        Files.deleteIfExists(scratch);
        if (common.json) {
            System.out.println(Json.of(figures));
            if (figures.duckdb() == null) {
                System.err.println(new Words(Locale.getDefault()).of(WITHOUT_DUCKDB));
            }
        } else {
            print(figures);
        }
        return 0;
    }

    private static void print(LinkageRun.Figures figures) {
        Words words = new Words(Locale.getDefault());
        System.out.println(
                words.of(
                        "cli.linkage.ours",
                        figures.residents(),
                        figures.applications(),
                        figures.seconds(),
                        figures.bytesPerResident(),
                        figures.normalisedPerSecond(),
                        figures.cores()));
        Double seconds = figures.duckdbSeconds();
        Double ratio = figures.ratioToDuckdb();
        Double same = figures.sameDecisions();
        if (seconds == null || ratio == null || same == null) {
            System.out.println(words.of(WITHOUT_DUCKDB));
        } else {
            System.out.println(
                    words.of(
                            "cli.linkage.duckdb",
                            String.valueOf(figures.duckdb()),
                            seconds,
                            ratio,
                            same));
        }
    }
}
