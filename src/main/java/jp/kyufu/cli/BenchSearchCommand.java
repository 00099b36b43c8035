package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.kyufu.bench.SearchRun;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.program.ProgramFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kyufu bench search}: how fast the call center finds a case in a city. */
@Command(name = "search")
final class BenchSearchCommand implements Callable<Integer> {

    @ParentCommand BenchCommand bench = new BenchCommand();

    @Option(names = "--users", paramLabel = "N", descriptionKey = "users")
    int users = 20;

    @Option(names = "--searches", paramLabel = "N", descriptionKey = "searches")
    int searches = 1_000;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        Path home = common.data.resolve("bench");
        CityFolder city = CityFolder.open(bench.city(home, false));
        var today = ProgramFile.read(city.program()).today().orElseThrow();
        try (Session session = Session.practice(common, home.resolve("search-data"), today)) {
            SearchRun.Figures figures =
                    session.get(SearchRun.class)
                            .run(city, Math.max(1, users), Math.max(1, searches), bench.seed);
            if (session.json()) {
                session.json(figures);
            } else {
                print(session, figures);
            }
        }
        return 0;
    }

    private static void print(Session session, SearchRun.Figures figures) {
        session.say(
                "search.loaded",
                figures.people(),
                figures.applications(),
                figures.loadSeconds(),
                figures.bytes() >> 20,
                figures.bytesPerPerson());
        figures.kinds()
                .forEach(kind ->
                        session.line(
                                "  %-16s %,7d  p50 %6.1f  p95 %6.1f  max %6.1f ms  %7.3f %%"
                                        .formatted(
                                                kind.name(),
                                                kind.searches(),
                                                kind.p50(),
                                                kind.p95(),
                                                kind.max(),
                                                100 * kind.found())));
        session.say(
                "search.figures",
                figures.users(),
                figures.searches(),
                figures.perSecond(),
                figures.p50(),
                figures.p95(),
                figures.p99(),
                figures.max());
    }
}
