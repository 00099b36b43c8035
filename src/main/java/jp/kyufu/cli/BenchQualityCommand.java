package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kyufu.bench.QualityRun;
import jp.kyufu.matching.Model;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kyufu bench quality}: does matching find the people of a city? Needs no database. */
@Command(name = "quality")
final class BenchQualityCommand implements Callable<Integer> {

    @ParentCommand BenchCommand bench = new BenchCommand();

    @Option(names = "--hard", descriptionKey = "hard")
    boolean hard;

    @Option(names = "--model", paramLabel = "FILE", descriptionKey = "model")
    @Nullable Path model;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommonOptions common = SessionCommand.common(spec);
        Path city = bench.city(common.data.resolve("bench"), hard);
        QualityRun.Figures figures =
                QualityRun.run(city, model == null ? Model.builtIn() : Model.read(model));
        if (common.json) {
            System.out.println(Json.of(figures));
        } else {
            print(figures);
        }
        return 0;
    }

    private static void print(QualityRun.Figures figures) {
        Words words = new Words(Locale.getDefault());
        System.out.println(words.of("cli.quality.head"));
        figures.classes()
                .forEach(one ->
                        System.out.printf(
                                "%-28s %,9d %,9d %,9d %,9d %,9d %,9d%n",
                                one.name(),
                                one.applications(),
                                one.right(),
                                one.wrong(),
                                one.review(),
                                one.reviewWithout(),
                                one.unmatched()));
        System.out.println(
                words.of(
                        "cli.quality.figures",
                        figures.model(),
                        figures.residents(),
                        figures.applications(),
                        figures.automaticPrecision(),
                        figures.overallRecall(),
                        figures.reviewShare()));
        figures.examples().forEach(System.out::println);
    }
}
