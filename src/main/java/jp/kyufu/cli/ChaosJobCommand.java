package jp.kyufu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kyufu.books.Problem;
import jp.kyufu.chaos.Chaos;
import jp.kyufu.chaos.CityJob;
import jp.kyufu.pipeline.CityFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code kyufu chaos} starts and kills: the whole job, from where the books say it is. */
@Command(name = Chaos.JOB, hidden = true)
final class ChaosJobCommand implements Callable<Integer> {

    private static final long SEED = 1;

    @Parameters(paramLabel = "DIR", descriptionKey = "city")
    Path city = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT", descriptionKey = "out.dir")
    Path out = Path.of("");

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CityFolder folder = CityFolder.open(city);
        Files.createDirectories(out);
        try (Session session = Session.goOn(SessionCommand.common(spec))) {
            List<Problem> problems =
                    session.get(CityJob.class)
                            .run(folder, out, SEED, stage -> session.line(Chaos.STAGE + stage));
            problems.forEach(
                    problem -> session.line(Chaos.PROBLEM + problem.name() + " " + problem.rows()));
            return problems.isEmpty() ? 0 : Cli.REFUSED;
        }
    }
}
